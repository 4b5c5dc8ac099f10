/** Whose words a goal is in. */
export const GOAL_VOICES = [
  { key: 'person', label: 'The person’s own words' },
  { key: 'agency', label: 'Ours: they have not put it so' },
] as const

/** What came of a goal when it ends. *Withdrawn* is a mistake, and stays with its own agency. */
export const GOAL_OUTCOMES = [
  { key: 'met', label: 'Met' },
  { key: 'not_met', label: 'Not met' },
  { key: 'changed', label: 'They want something else now' },
  { key: 'put_down', label: 'Put down for now' },
  { key: 'withdrawn', label: 'Recorded by mistake' },
] as const

/** A goal said anew ends like this, and the new one follows it. */
export const REWORDED = 'reworded'

/** What the person said of a goal. Nobody asked is no answer: it is that there is none. */
export const ANSWERS = [
  { key: 'agreed', label: 'Agreed' },
  { key: 'agreed_in_part', label: 'Agreed in part' },
  { key: 'told', label: 'Told, and did not say' },
  { key: 'said_no', label: 'Said no' },
] as const

export const YES_NO_UNKNOWN = [
  { key: 'yes', label: 'Yes' },
  { key: 'no', label: 'No' },
  { key: 'not_known', label: 'Not known' },
] as const

/** What may be done with an action, as its pages are named. */
export const STEPS = [
  { key: 'take', label: 'Take it on' },
  { key: 'move', label: 'Move the date' },
  { key: 'done', label: 'Done' },
  { key: 'not-done', label: 'Not done' },
  { key: 'undo', label: 'Undo' },
  { key: 'remove', label: 'Take it out' },
] as const

export type Step = (typeof STEPS)[number]['key']

/** Plans that agencies must keep in their own systems: a line each, and nothing copied. */
export const HELD_KINDS = [
  { key: 'housing', label: 'Personal housing plan' },
  { key: 'sentence', label: 'Sentence plan' },
  { key: 'claimant', label: 'Claimant commitment' },
  { key: 'treatment', label: 'Treatment plan' },
  { key: 'care', label: 'Care plan' },
  { key: 'support', label: 'Support plan' },
  { key: 'pathway', label: 'Pathway plan' },
  { key: 'other', label: 'Another plan' },
] as const

/** Lines beside the goals that can be ended. */
export const LINE_KINDS = [
  { key: 'strength', label: 'What they are good at' },
  { key: 'held', label: 'A plan that we hold' },
] as const

/** A short plan: so many goals at once, as far as the reader sees. */
export const MOST_GOALS = 5
