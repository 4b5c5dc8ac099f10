import type { Draft } from '../draft'
import { addDays, daysBetween, later } from '../days'
import type { AgencyRecord, Day } from '../entry-types'
import type { Birth, IdentifierType } from '../fact-types'
import { head } from '../heads'
import { crn, nhsNumber, nino, prisonNumber } from './numbers'
import { heardName, slip } from './spelling'

/** The team that took the particulars down: the first of the agency that met the person. */
export const firstTeam = (draft: Draft, record: AgencyRecord): string | null =>
  draft.life.involvements
    .filter((i) => i.agencyKey === record.agencyKey)
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0]?.teamKey ?? null

export type Taken = { record: AgencyRecord; teamKey: string; on: Day }

/** Every record with the team and the day on which its particulars were taken. */
export const takenDown = (draft: Draft): Taken[] =>
  draft.life.records.flatMap((record) => {
    const teamKey = firstTeam(draft, record)
    return teamKey ? [{ record, teamKey, on: later(record.openedOn, draft.from) }] : []
  })

/** Names, dates of birth and numbers, as each agency holds them. */
export function identities(draft: Draft): void {
  const numbers = ownNumbers(draft)
  for (const taken of takenDown(draft)) {
    names(draft, taken)
    draft.life.births.push(birth(draft, taken))
    for (const [type, value] of numbers) identifier(draft, taken, type, value)
    const local = { ...head(draft, taken.teamKey, taken.on, { categories: ['identity'] }) }
    const own = {
      type: 'local' as const,
      value: taken.record.localRef,
      verifiedBy: null,
      ended: null,
    }
    draft.life.identifiers.push({ ...local, ...own })
  }
}

function names(draft: Draft, { record, teamKey, on }: Taken): void {
  const { rng, profile, life } = draft
  const heard = heardName(rng, profile.name, record.agencyKey)
  const entry = () => head(draft, teamKey, on, { categories: ['identity'] })
  const rest = { title: null, from: null, to: null, protected: false }
  life.names.push({ ...entry(), ...rest, ...heard, kind: 'legal' })
  const { calledBy, given } = profile.name
  if (calledBy !== given && heard.given !== calledBy && rng.chance(0.3)) {
    const known = { given: calledBy, middle: null, family: '', order: 'single' as const }
    life.names.push({ ...entry(), ...rest, ...known, kind: 'known_as' })
  }
  if (profile.sex === 'female' && profile.name.family && rng.chance(0.04)) {
    const family = rng.pick(profile.pool.family)
    const before = { given, middle: null, family, order: profile.name.order }
    life.names.push({ ...entry(), ...rest, ...before, kind: 'previous' })
  }
}

/** About one record in thirty has another date: swapped, a slip, or 1 January for not known. */
function birth(draft: Draft, { teamKey, on }: Taken): Birth {
  const { rng, profile } = draft
  const [year = '', month = '', day = ''] = profile.born.split('-')
  const newcomer = profile.pool.language !== null && profile.interpreter
  const way = rng.weigh([
    ['right', 950],
    ['swapped', Number(day) <= 12 ? 9 : 0],
    ['slip', 14],
    ['january', newcomer ? 90 : 6],
    ['year', 4],
    ['month', 3],
  ])
  const other = String(rng.int(1, 28)).padStart(2, '0')
  const values: Record<string, string> = {
    swapped: `${year}-${day}-${month}`,
    slip: `${year}-${month}-${other}`,
    january: `${year}-01-01`,
    year,
    month: `${year}-${month}`,
  }
  return {
    ...head(draft, teamKey, on, { categories: ['identity'] }),
    value: values[way] ?? profile.born,
    precision: way === 'year' ? 'year' : way === 'month' ? 'month' : 'day',
    estimated: way === 'january',
    verifiedBy:
      way === 'right' && rng.chance(0.4)
        ? rng.pick(['passport', 'birth certificate', 'BRP'])
        : null,
  }
}

/** Who uses which number, and how often they have it. */
const USERS: Record<IdentifierType, Record<string, number>> = {
  nhs: { gp: 0.97, hospital: 0.95, cmh: 0.93, dna: 0.5, asc: 0.45, hf: 0.2 },
  nino: { jobcentre: 0.97, dwp: 0.99, options: 0.5, debt: 0.5, meadow: 0.4, probation: 0.3 },
  crn: { probation: 1, options: 0.15, dna: 0.2, police: 0.3 },
  prison: { probation: 1, options: 0.1 },
  housing: { options: 1, meadow: 0.6 },
  uprn: {},
  local: {},
}

function ownNumbers(draft: Draft): [IdentifierType, string][] {
  const { rng, profile, world, life } = draft
  const has = (agency: string) => life.records.some((r) => r.agencyKey === agency)
  const list: [IdentifierType, string][] = []
  const health = has('gp') || has('cmh') || has('hospital')
  if (health || rng.chance(0.5)) list.push(['nhs', nhsNumber(world.seed, profile.index)])
  list.push(['nino', nino(rng)])
  if (has('probation') || has('police')) list.push(['crn', crn(rng)])
  if (draft.aways.some((a) => a.kind === 'prison')) list.push(['prison', prisonNumber(rng)])
  if (has('options')) list.push(['housing', `WR-${rng.int(100000, 999999)}`])
  return list
}

function identifier(draft: Draft, taken: Taken, type: IdentifierType, value: string): void {
  const { rng, life } = draft
  const chance = USERS[type][taken.record.agencyKey] ?? 0
  if (!rng.chance(chance)) return
  const lag = rng.int(0, Math.min(60, Math.max(0, daysBetween(taken.on, draft.last))))
  const on = addDays(taken.on, draft.died ? 0 : lag)
  // The letters and the 999 in front stay: a slip must not make a number that could be real.
  const wrong = rng.chance(0.012) && (type === 'nhs' || type === 'nino')
  const typed = wrong ? value.slice(0, 3) + slip(rng, value.slice(3)).replace(/[a-z]/g, '0') : value
  life.identifiers.push({
    ...head(draft, taken.teamKey, on, { categories: ['identity'] }),
    type,
    value: typed,
    verifiedBy: wrong ? null : rng.chance(0.3) ? 'letter seen' : null,
    ended: null,
  })
}
