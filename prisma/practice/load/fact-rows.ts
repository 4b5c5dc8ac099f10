import type { Equality, OwnWords, Relationship, SafeContact } from '../lives/fact-types'
import type { Life } from '../lives/types'
import { dayOfInstant } from './clock'
import type { Context } from './entry-context'
import { addEntry } from './entry-context'

const channels: [RegExp, string][] = [
  [/voicemail|voice message/i, 'voicemail'],
  [/\btext/i, 'text'],
  [/\bletter|\bpost\b/i, 'letter'],
  [/e-?mail/i, 'email'],
  [/\bvisit|\bhome\b|\bdoor\b/i, 'visit'],
  [/through|\bvia\b|sister|brother|friend/i, 'through_other'],
]

/** The rule in columns; all of it is kept in the note, word for word. */
function safeRow({ headline, detail }: SafeContact) {
  const channel = channels.find(([pattern]) => pattern.test(headline))?.[1] ?? 'phone'
  const no = /\b(no|not|never|don.t)\b/i.test(headline)
  return {
    channel,
    allowed: /\bonly\b/i.test(headline) ? 'only' : no ? 'no' : 'yes',
    voicemail: /voicemail/i.test(`${headline} ${detail ?? ''}`) && no ? false : null,
    note: [headline, detail].filter(Boolean).join('. '),
  }
}

/** Safe contact, adjustments and languages, and the person's own words. */
export function addSafety(context: Context, life: Life): void {
  for (const rule of life.safeContacts) {
    addEntry(context, 'safe_contact', rule, 'safety', safeRow(rule))
  }
  for (const one of life.adjustments) {
    const detail = [one.headline, one.detail].filter(Boolean).join('. ')
    addEntry(context, 'adjustment', one, 'safety', { kind: one.kind, detail })
  }
  for (const one of life.languages) {
    const spoken = { first: 'first language', fluent: 'fluent', some: 'some' }[one.level]
    const needed = one.interpreter ? ['interpreter needed', one.interpreterNote] : []
    const detail = [`${one.language}, ${spoken}`, ...needed].filter(Boolean).join('; ')
    const kind = one.interpreter ? 'interpreter' : 'communication'
    addEntry(context, 'adjustment', one, 'safety', { kind, detail })
  }
  addOwnWords(context, life.ownWords)
}

/** "Ask first" belongs to the words of the same agency; with none it stands alone. */
function addOwnWords(context: Context, all: OwnWords[]): void {
  const asks = all.filter((one) => one.kind === 'ask_first')
  const words = all.filter((one) => one.kind !== 'ask_first')
  const spoken = { words: '', good_day: 'On a good day: ', when_unwell: 'When I am unwell: ' }
  const taken = new Set<string>()
  for (const one of words) {
    const ask = asks.find((other) => other.recordKey === one.recordKey && !taken.has(other.id))
    if (ask) taken.add(ask.id)
    addEntry(context, 'own_words', one, 'safety', {
      words: `${one.kind === 'ask_first' ? '' : spoken[one.kind]}${one.words}`,
      ask_first: ask?.words ?? null,
      said_on: dayOfInstant(one.givenAt),
      locates: one.locates,
    })
  }
  for (const ask of asks.filter((one) => !taken.has(one.id))) {
    addEntry(context, 'own_words', ask, 'safety', {
      words: '',
      ask_first: ask.words,
      said_on: dayOfInstant(ask.givenAt),
      locates: ask.locates,
    })
  }
}

/** What a record holds of sex, gender, pronouns and ethnicity: one row a record. */
export function addIdentityDetails(context: Context, life: Life): void {
  const byRecord = new Map<string, Equality[]>()
  for (const one of life.equality) {
    byRecord.set(one.recordKey, [...(byRecord.get(one.recordKey) ?? []), one])
  }
  for (const answers of byRecord.values()) {
    const [first] = answers
    const answer = (field: Equality['field']) =>
      answers.findLast((one) => one.field === field)?.value ?? null
    const [sex, gender, pronouns] = [answer('sex'), answer('gender'), answer('pronouns')]
    const ethnicity = answer('ethnicity')
    if (!first || [sex, gender, pronouns, ethnicity].every((one) => one === null)) continue
    const row = { sex, gender, pronouns, ethnicity }
    addEntry(context, 'identity_detail', first, 'equality', row)
  }
}

/** People in the person's life. A child is a first name and a year, never another record. */
export function addRelationships(context: Context, life: Life): void {
  for (const one of life.relationships) {
    const { child } = one
    addEntry(context, 'relationship', one, 'family', {
      kind: one.kind,
      other_name: child?.firstName ?? (one.otherName || null),
      other_record_id: child ? null : otherRecord(context, one),
      child_year: child?.yearOfBirth ?? null,
      responsible: child?.responsible ?? null,
      note: noteOf(one),
      lives_with: child ? /\b(him|her|them|parent|mother|father)\b/i.test(child.livesWith) : null,
      ended_on: one.to,
    })
  }
}

function noteOf({ note, child }: Relationship): string | null {
  const lives = child?.livesWith ? `Lives with ${child.livesWith}` : null
  const worker = child?.socialWorker ? `Social worker: ${child.socialWorker}` : null
  return [note, lives, worker].filter(Boolean).join('. ') || null
}

/** The same agency's record of the other person where it has one, else their first. */
function otherRecord(context: Context, one: Relationship): string | null {
  if (one.otherPersonKey === null) return null
  const records = context.recordsOf(one.otherPersonKey)
  const same = records.find((record) => record.agencyKey === one.agencyKey)
  return (same ?? records[0])?.id ?? null
}

/** Somebody an outreach team met who has given no name. */
export function addUnnamed(context: Context, life: Life): void {
  const { unnamed } = life
  if (!unnamed) return
  addEntry(context, 'unnamed', unnamed, 'identity', {
    description: unnamed.description,
    seen_where: unnamed.place,
    seen_on: unnamed.lastSeen,
  })
}
