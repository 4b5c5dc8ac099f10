/** Where a referral can go. */
export const TO_WHOM = [
  { key: 'team', label: 'A team that works with this service' },
  { key: 'service', label: 'Another service', hint: 'You tell us here what they answer' },
] as const

/** Sent at once, or kept as a draft that one's own team reads and its writer sends. */
export const SEND_OR_KEEP = [
  { key: 'send', label: 'Send it now' },
  { key: 'keep', label: 'Keep it as a draft', hint: 'Your team can read it; you can send it' },
] as const

/** The receiver's answer. */
export const REFERRAL_ANSWERS = [
  { key: 'accepted', label: 'Yes, we take them on' },
  { key: 'declined', label: 'No' },
] as const

/** What came of a referral: about the work, not about the person. Ours; the database checks it. */
export const REFERRAL_OUTCOMES = [
  { key: 'done', label: 'What was asked for was done' },
  { key: 'in_part', label: 'Some of it was done' },
  { key: 'person_stopped', label: 'The person chose to stop' },
  { key: 'not_reached', label: 'We could not reach them' },
  { key: 'moved_away', label: 'They moved out of the area' },
  { key: 'other', label: 'Something else' },
] as const

/** How somebody agreed to a duty to refer being made. */
export const AGREED_HOW = [
  { key: 'in_person', label: 'Face to face' },
  { key: 'phone', label: 'On the phone' },
  { key: 'writing', label: 'In writing' },
] as const

/** The reason that is a duty in law (Homelessness Reduction Act 2017, section 10). */
export const DUTY = 'homelessness_duty'

/**
 * What a referral for each reason is about, beside what the sender's team gives: the strictest
 * wins. What is not here is about what the team's own entries are about.
 */
export const ABOUT_OF: Readonly<Record<string, readonly string[]>> = {
  ...{ housing: ['housing'], homelessness_duty: ['housing'], substance_use: ['substance_use'] },
  ...{ mental_health: ['mental_health'], money: ['money'], domestic_abuse: ['domestic_abuse'] },
  ...{ offending_programme: ['justice'], physical_health: ['physical_health'], work: ['work'] },
  ...{ family: ['family'], safeguarding: ['family'] },
}
