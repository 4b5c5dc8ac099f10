import type { Draft } from '../draft'
import { say } from '../draft'
import { addDays } from '../days'
import type { Adjustment } from '../fact-types'
import { head } from '../heads'
import { hasPhrases, phrases } from '../words/library'
import type { Taken } from './identity'
import { takenDown } from './identity'

/** The person's own words, what helps, how to reach them safely, equality answers. */
export function voices(draft: Draft): void {
  const { rng, profile, life } = draft
  const taken = takenDown(draft)
  const close =
    taken.find((t) =>
      ['hf', 'riverside', 'lantern', 'dna', 'cmh', 'youth', 'haven'].includes(t.record.agencyKey),
    ) ?? taken[0]
  if (!close) return
  if (rng.chance(profile.deal.panel ? 0.92 : 0.5)) ownWords(draft, close)
  for (const [kind, chance] of ADJUST) {
    const asked = kind === 'reading' && profile.deal.needs.includes('learning') ? 0.8 : chance
    if (rng.chance(asked)) adjust(draft, rng.pick(taken), kind)
  }
  const harmed = profile.deal.harm === 'harmed_by' || profile.deal.harm === 'both'
  if (harmed ? rng.chance(0.75) : rng.chance(0.12)) {
    const key = rng.chance(harmed ? 0.6 : 0.8) ? 'safe/phone' : 'safe/post'
    const [headline = '', detail = null] = say(draft, key, phrases(key)).split('|')
    const entry = head(draft, close.teamKey, close.on, { categories: ['safety'] })
    life.safeContacts.push({ ...entry, headline, detail, from: close.on })
  }
  languages(draft, close)
  for (const one of taken) if (rng.chance(0.35)) equality(draft, one)
}

const ADJUST: [Adjustment['kind'], number][] = [
  ['communication', 0.14],
  ['reading', 0.06],
  ['access', 0.06],
  ['time', 0.08],
  ['trauma', 0.08],
  ['sensory', 0.04],
]

function ownWords(draft: Draft, { teamKey, on }: Taken): void {
  const { rng, profile, life } = draft
  const sentences = [
    ...(profile.mornings ? ['own/mornings'] : []),
    ...(rng.chance(0.5) ? ['own/reach'] : []),
    'own/want',
    ...(rng.chance(0.7) ? ['own/be'] : []),
  ].map((key) => say(draft, key, phrases(key)))
  const later = addDays(on, rng.int(0, 20))
  const day = later > draft.last || (draft.died && later >= draft.died) ? on : later
  const entry = () => head(draft, teamKey, day, { categories: ['safety'] })
  const rest = { askUserKey: null }
  life.ownWords.push({ ...entry(), ...rest, kind: 'words', words: sentences.join(' ') })
  for (const kind of ['good_day', 'when_unwell'] as const) {
    if (!rng.chance(0.22) || !hasPhrases(kind)) continue
    life.ownWords.push({ ...entry(), ...rest, kind, words: say(draft, kind, phrases(kind)) })
  }
  const lead = life.involvements.find((i) => i.lead.length > 0)?.lead.at(-1)?.userKey
  if (!lead || !rng.chance(0.35)) return
  const worker = draft.world.user(lead).name.split(' ')[0] ?? ''
  const words = say(draft, 'ask_first', phrases('ask_first'), { worker })
  life.ownWords.push({ ...entry(), kind: 'ask_first', words, askUserKey: lead })
}

function adjust(draft: Draft, { teamKey, on }: Taken, kind: Adjustment['kind']): void {
  const [headline = '', detail = null] = say(
    draft,
    `adjust/${kind}`,
    phrases(`adjust/${kind}`),
  ).split('|')
  const entry = head(draft, teamKey, on, { categories: ['safety'] })
  draft.life.adjustments.push({ ...entry, kind, headline, detail })
}

function languages(draft: Draft, { teamKey, on }: Taken): void {
  const { profile, life, rng } = draft
  if (!profile.pool.language || !(profile.interpreter || rng.chance(0.3))) return
  life.languages.push({
    ...head(draft, teamKey, on, { categories: ['safety'] }),
    language: profile.pool.language,
    level: 'first',
    interpreter: profile.interpreter,
    interpreterNote:
      profile.interpreter && rng.chance(0.3) ? 'Not from Wrenford; never family' : null,
  })
}

function equality(draft: Draft, { teamKey, on }: Taken): void {
  const { profile, life, rng } = draft
  const answer = (value: string, chance: number) =>
    rng.weigh([
      [value, chance],
      ['not_asked', 0.08],
      ['prefer_not_to_say', 0.03],
    ])
  const entry = () => head(draft, teamKey, on, { categories: ['equality'] })
  life.equality.push({ ...entry(), field: 'sex', value: answer(profile.sex, 0.97) })
  life.equality.push({
    ...entry(),
    field: 'ethnicity',
    value: answer(profile.pool.ethnicity, 0.85),
  })
  if (rng.chance(0.12)) {
    const said = profile.sex === 'female' ? 'she/her' : 'he/him'
    life.equality.push({
      ...entry(),
      field: 'pronouns',
      value: rng.chance(0.92) ? said : 'they/them',
    })
  }
  if (rng.chance(0.3)) {
    const ill =
      profile.deal.needs.includes('physical_health') || profile.deal.needs.includes('learning')
    life.equality.push({ ...entry(), field: 'disability', value: answer(ill ? 'yes' : 'no', 0.8) })
  }
}
