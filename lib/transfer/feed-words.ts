import type { CONTACT_KINDS, CONTACT_OUTCOMES } from '../codes'

type Kind = (typeof CONTACT_KINDS)[number]['key']
type Outcome = (typeof CONTACT_OUTCOMES)[number]['key']

/** What agencies' systems call kinds of contact; the first that is found in the text is meant. */
const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/home|domicil|doorstep/, 'home_visit'],
  [/video|teams|zoom|attend anywhere/, 'video'],
  [/text|sms|whatsapp|messag/, 'text'],
  [/journal|letter|e-?mail|post\b/, 'letter'],
  [/phone|call|telephone|\btc\b/, 'phone'],
  [/ward|hospital|in-?patient|a&e/, 'ward'],
  [/prison|custody|cell/, 'prison'],
  [/group/, 'group'],
  [/street|outreach|rough/, 'street'],
  [/day centre|drop-?in|centre|hub/, 'centre'],
  [/multi-?agency|professional|third party|liaison|\bmdt\b/, 'with_agency'],
  [/office|face to face|f2f|clinic|in person|surgery|jobcentre|appointment|\bow\b/, 'office'],
]

/** The key of `CONTACT_KINDS` that an agency's word means; null when it is not known. */
export function contactKindOf(text: string): Kind | null {
  const word = text.trim().toLowerCase()
  return KINDS.find(([pattern]) => pattern.test(word))?.[1] ?? null
}

/** Not kept before kept: "not attended" holds "attended". */
const OUTCOMES: readonly (readonly [RegExp, Outcome])[] = [
  [/cancelled by (?:us|service|provider|staff|agency)|\bpsc\b/, 'cancelled_by_us'],
  [/cancel|rearrang|reschedul/, 'cancelled_by_person'],
  [/no (?:reply|answer|response)|voicemail|unable to contact/, 'no_reply'],
  [/^(?:n|no|0|false)$|not |\bdna\b|\bfta\b|miss|fail|did ?n.t|absent|no show/, 'not_seen'],
  [/^(?:y|yes|1|true|kept)$|attend|seen|kept|complied|complete|success|spoke|arrived/, 'kept'],
  [/info/, 'information'],
]

/** The key of `CONTACT_OUTCOMES` that an agency's word means; null when it is not known. */
export function outcomeOf(text: string): Outcome | null {
  const word = text.trim().toLowerCase()
  return OUTCOMES.find(([pattern]) => pattern.test(word))?.[1] ?? null
}
