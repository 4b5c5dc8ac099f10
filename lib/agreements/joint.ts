/** Who is the controller of a kind of record: the agency that gave it, or the parties together. */
export type Controller = 'giver' | 'together'

export const whoAnswers: Record<Controller, string> = {
  giver: 'The organisation that wrote it, alone',
  together: 'The parties together, as joint controllers',
}

/**
 * Kinds of record and who controls them: each agency its own entries; what is decided together,
 * together (UK GDPR Art. 26; DPA 2018 s.58 between competent authorities). A starting point, to be
 * settled by the parties.
 */
export const JOINT: readonly { kind: string; controller: Controller }[] = [
  { kind: 'Contacts, notes, needs, warnings and facts', controller: 'giver' },
  { kind: 'Which agency works with a person, and who', controller: 'giver' },
  { kind: 'Referrals', controller: 'giver' },
  { kind: 'That two records are about the same person', controller: 'together' },
  { kind: 'Who is in the cohort, and what the person said about sharing', controller: 'together' },
  { kind: 'The plan made together', controller: 'together' },
  { kind: 'The log of who opened what', controller: 'together' },
  { kind: 'Protected figures', controller: 'together' },
]
