/** What a steward may say of a pair, with the key of the keyboard that says it. */
export const DECISIONS = [
  { key: 'same', label: 'The same person', letter: 'S' },
  { key: 'not_same', label: 'Not the same person', letter: 'N' },
  { key: 'later', label: 'Decide later', letter: 'L' },
] as const

/** What may be said of a link. Of one that somebody stands for, only that it is wrong. */
export const LINK_DECISIONS = [
  { key: 'confirm', label: 'Right: confirm the link', letter: 'S' },
  { key: 'undo', label: 'Wrong: undo the link', letter: 'N' },
] as const

/** What may be said of a proposed version of the matcher's values. */
export const VERSION_DECISIONS = [
  { key: 'accept', label: 'Use these values from now on' },
  { key: 'refuse', label: 'Keep the values in use' },
] as const

/** What work with somebody comes from; it is told to the teams involved. */
export const CAME_FROM = [
  { key: 'present', label: 'They are here, or we have met them' },
  { key: 'referral', label: 'They were referred to us' },
  { key: 'appointment', label: 'They have an appointment with us' },
  { key: 'feed', label: 'They are on our own system’s list' },
] as const
