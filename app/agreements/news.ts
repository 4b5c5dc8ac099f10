/** What was done to an agreement, by the word that the address carries after it. */
export const news: Readonly<Record<string, string>> = {
  made: 'The agreement is saved. Add parties next, then groups of teams, then terms.',
  dates: 'The dates are saved.',
  ended: 'The agreement has ended. Nothing is shared under it any more.',
  party: 'The party is added.',
  asked: 'The agency is asked. It is a party when its own information officer has said yes.',
  joined: 'Your agency is a party now. Joining gives nothing by itself: your own terms do.',
  'not-joined': 'Your agency is no party. The agency that asked is told.',
  'taken-back': 'The question is taken back. The agency is no party.',
  left: 'The leaving is saved.',
  group: 'The group of teams is saved. What was given to it before waits for each giver’s answer.',
  accepted: 'Your terms run to the new version now.',
  declined: 'Nothing has changed: your terms stay with the version they were given to.',
  term: 'The term is added.',
  'term-ended': 'The ending of the term is saved.',
}
