import { firstCapital } from '@/lib/first-capital'

/**
 * The option lists, as data: loaded into the table `code` (list, key, label, position, current,
 * detail), where an administrator may add to them. A key is never reused and never deleted; one
 * that is no longer offered has `current: false` and stays readable. Keys go into the database,
 * labels onto screens; the key of an added value is its own words. What a form offers comes from
 * the table (`code-lists/current.ts`). Longer lists: `code-lists/`.
 */
export type Code = { readonly key: string; readonly label: string; readonly current?: false }

/** Keys and labels in pairs, in the order they are offered. */
const list = <const P extends Readonly<Record<string, string>>>(pairs: P) =>
  Object.entries(pairs).map(([key, label]) => ({ key: key, label }))

/** How a contact was made. Order: most used first, as the minute note shows the first six. */
export const CONTACT_KINDS = list({
  in_person: 'In person',
  office: 'At our office',
  home_visit: 'Home visit',
  phone: 'Phone call',
  text: 'Text or message',
  street: 'On the street',
  centre: 'At a day centre or other service',
  video: 'Video call',
  letter: 'Letter or email',
  ward: 'In hospital',
  prison: 'In prison or custody',
  group: 'In a group',
  with_agency: 'With another agency, about the person',
  decision: 'Decision or outcome',
  not_said: 'Not said',
})

/**
 * What came of it. A try that failed is work too, and is said without blame: *not seen*, never
 * *failed to attend*.
 */
export const CONTACT_OUTCOMES = list({
  kept: 'Seen or spoken to',
  not_seen: 'Not seen',
  no_reply: 'No reply',
  cancelled_by_person: 'Cancelled by the person',
  cancelled_by_us: 'Cancelled by us',
  information: 'Information only',
})

/**
 * Needs, our words; in the order of the published definitions, the first three being the core of
 * Hard Edges (2015). Their mappings: `code-lists/need-mappings.ts`.
 */
export const NEED_DOMAINS = list({
  homelessness: 'Homelessness',
  substance_use: 'Substance use',
  justice: 'Justice involvement',
  mental_health: 'Mental health',
  domestic_abuse: 'Domestic abuse',
  money: 'Money and debt',
  physical_health: 'Physical health',
  isolation: 'Isolation',
  immigration: 'Immigration status',
  care_experience: 'Experience of care',
  learning: 'Learning and neurodiversity',
  safeguarding: 'Safeguarding',
  work: 'Work and skills',
})

/** What is known of a need. Not known and not asked are answers, never blanks. */
export const NEED_STATES = list({
  current: 'A need now',
  past: 'A need in the last five years',
  none: 'Not a need',
  not_known: 'Not known',
  not_asked: 'Not asked',
})

/** Stored as 1 to 4. Said as how far it gets in the way, not as a verdict on the person. */
export const SEVERITIES = list({
  '1': 'A little',
  '2': 'Some',
  '3': 'A lot',
  '4': 'Most serious',
})

/** Said by whom and since when: "Housing is more worried than in August". */
export const TRENDS = list({ better: 'Better', same: 'About the same', worse: 'More worried' })

/** The domestic-abuse need alone has a direction. */
export const ABUSE_DIRECTIONS = list({
  harmed_by: 'Harmed by someone',
  causing_harm: 'Causing harm',
  both: 'Both',
  not_known: 'Not known',
})

/** No national list was found; the project's own. */
export const REFERRAL_REASONS = list({
  housing: 'Housing',
  homelessness_duty: 'Homelessness: duty to refer',
  substance_use: 'Drug or alcohol treatment',
  mental_health: 'Mental health',
  money: 'Benefits and debt',
  domestic_abuse: 'Domestic abuse',
  offending_programme: 'Programme to stay out of trouble',
  physical_health: 'Physical health',
  work: 'Work and skills',
  family: 'Family',
  safeguarding: 'Safeguarding',
  other: 'Something else',
})

/** Why a referral was declined: about what we could not do, not about the person. */
export const REFUSAL_REASONS = list({
  no_capacity: 'We are full',
  not_eligible: 'Our rules do not allow it',
  out_of_area: 'Outside our area',
  needs_not_met: 'We could not meet these needs',
  below_threshold: 'Other help fits better for now',
  risk: 'Not safe for this service',
  not_reached: 'We could not reach the person',
  person_declined: 'The person said no',
  other: 'Another reason',
})

/** Why a team's work with a person ended. `died` is set by the database. */
export const END_REASONS = list({
  finished: 'Work finished as planned',
  person_ended: 'The person chose to stop',
  moved_team: 'Another team took over',
  moved_away: 'Moved out of the area',
  order_ended: 'Order, licence or sentence ended',
  lost_touch: 'We lost touch',
  not_eligible: 'No longer eligible',
  custody: 'In custody',
  hospital: 'In hospital',
  feed_absent: 'No longer on the agency’s list',
  feed: 'Ended in the agency’s own system',
  mistake: 'Recorded by mistake',
  died: 'Died',
  other: 'Another reason',
})

/** What a warning is about. The headline says what to do ("Visit in pairs"), not what they are. */
export const WARNING_KINDS = list({
  visit: 'Safe visiting',
  overdose: 'Risk of overdose',
  self_harm: 'Risk of self-harm or suicide',
  exploitation: 'Risk of exploitation by others',
  allergy: 'Allergy',
  health: 'Health condition to act on',
  fire: 'Fire',
  dog: 'Animal at the address',
  marac: 'Discussed at MARAC',
  mappa: 'Managed under MAPPA',
})

/** Whether the person has been told of a warning. */
export const WARNING_TOLD = list({
  yes: 'Yes',
  no: 'Not yet',
  not_safe: 'It is not safe to tell',
})

/** Who somebody is to the person. A child is never linked to a person: nobody asked the child. */
export const RELATIONSHIP_KINDS = list({
  partner: 'Partner',
  ex_partner: 'Former partner',
  parent: 'Parent',
  child: 'Child under 18',
  adult_child: 'Grown-up child',
  sibling: 'Brother or sister',
  grandparent: 'Grandparent',
  other_family: 'Other family',
  friend: 'Friend',
  carer: 'Carer',
  cared_for: 'Person they care for',
  next_of_kin: 'Next of kin',
  advocate: 'Advocate',
  landlord: 'Landlord',
  other: 'Someone else',
})

/** What makes it easier; shown to everyone who may open the person. */
export const ADJUSTMENTS = list({
  communication: 'Communication',
  reading: 'Reading and writing',
  interpreter: 'Interpreter',
  sensory: 'Hearing, sight and senses',
  access: 'Getting in and getting about',
  time: 'Times of day and length',
  trauma: 'What helps to feel safe',
  dignity: 'Worker’s sex, or faith',
})

/** Ways of reaching someone, for the safe-contact rules. */
export const CHANNELS = list({
  text: 'Text message',
  phone: 'Phone call',
  voicemail: 'Voicemail',
  email: 'Email',
  letter: 'Letter',
  visit: 'Visit',
  through_other: 'Through someone else',
})

/** Kinds of telephone number and e-mail. */
export const REACH_KINDS = list({ mobile: 'Mobile', landline: 'Landline', email: 'Email' })

/** How a name is used. */
export const NAME_KINDS = list({
  legal: 'Legal name',
  known_as: 'Known as',
  alias: 'Alias',
  previous: 'Earlier name',
})

/**
 * Where a name, a date of birth or an answer comes from. A choice, since it is read by everybody
 * who may know the fact; `import` is written by files of an agency's own system.
 */
export const FACT_SOURCES = [
  ...list({
    person: 'They said',
    document: 'Seen on a document',
    letter: 'Seen in a letter',
    close: 'Family or a friend said',
    service: 'Another service said',
    records: 'Our own earlier records',
    other: 'Somewhere else',
  }),
  { key: 'import', label: 'A file from their own system', current: false },
] as const

/** Sex as recorded for care or equality; kept apart from gender (GOV.UK pattern). */
export const SEXES = list({
  female: 'Female',
  male: 'Male',
  prefer_not_to_say: 'Prefers not to say',
  not_known: 'Not known',
})

/** Gender in the person's own answer; `own_term` carries their words beside it. */
export const GENDERS = list({
  woman: 'Woman',
  man: 'Man',
  non_binary: 'Non-binary',
  own_term: 'Own words',
  prefer_not_to_say: 'Prefers not to say',
  not_asked: 'Not asked',
})

/** The label of a key; where the list does not have it, the key in words, and never a code. */
export const labelOf = (codes: readonly Code[], key: string): string =>
  codes.find((code) => code.key === key)?.label ?? firstCapital(key.replaceAll('_', ' '))

/** What a form offers: the codes still current. */
export const offered = <C extends { readonly current?: boolean }>(codes: readonly C[]): C[] =>
  codes.filter((code) => code.current !== false)
