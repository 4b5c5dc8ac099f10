const pages: Readonly<Record<string, string>> = {
  overview: 'Overview',
  timeline: 'Timeline',
  needs: 'Needs',
  plan: 'Plan',
  dates: 'Dates',
  team: 'Team',
  warnings: 'Warnings',
  details: 'Details',
  sharing: 'Sharing',
  history: 'History',
  change: 'A form',
  together: 'Together view',
  print: 'Print',
  archive: 'Archive opened',
}

const grounds: Readonly<Record<string, string>> = {
  involvement: 'their team works with the person',
  worker: 'they are a named worker',
  named: 'they are named on a record with limited access',
  referral: 'a referral is in progress',
  urgent: 'urgent access',
  archive: 'their agency’s own archive',
}

/** Which page of a person, in a word. */
export const pageWord = (page: string): string => pages[page] ?? page

/** On which ground it could be opened. */
export const groundWords = (ground: string | null): string =>
  (ground && grounds[ground]) || 'none: refused'

/** Who: a user, or, where nobody was signed in, what the service did by itself. */
export const readerWords = (reader: string | null): string => reader ?? 'The service, by itself'
