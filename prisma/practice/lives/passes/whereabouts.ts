import type { Draft, Home } from '../draft'
import { addDays, daysBetween, later } from '../days'
import type { Day } from '../entry-types'
import type { LivingCode } from '../fact-types'
import { head } from '../heads'
import { settledCodes } from '../homes'
import { agencyOf } from '../verbs'
import { ownPhones, uprn } from './numbers'
import type { Taken } from './identity'
import { takenDown } from './identity'
import { unaccented } from './spelling'

/** Ways of telling where somebody is that only the agency concerned has a name for. */
const NOTES: Partial<Record<LivingCode, string>> = {
  A07A: 'With friends, moving on',
  A08A: 'Sleeping outside',
  A03: 'Placed by the council',
  A16: 'Not known for now',
}

/** Whether a team may know where a hidden home is. */
const knowsHidden = (agencyKey: string) => agencyKey === 'haven'

/** Addresses and ways of living, as far as each agency noticed; old ones linger in some files. */
export function whereabouts(draft: Draft): void {
  for (const taken of takenDown(draft)) {
    const ends = taken.record.closedOn ?? draft.last
    for (const home of draft.homes) {
      if (home.from > ends || (home.to !== null && home.to < taken.on)) continue
      if (home.protected && !knowsHidden(taken.record.agencyKey)) continue
      if (!draft.rng.chance(0.82)) continue
      note(draft, taken, home, ends)
    }
  }
  phones(draft)
}

function note(draft: Draft, taken: Taken, home: Home, ends: Day): void {
  const { rng, life } = draft
  const seen = later(taken.on, home.from)
  const on = addDays(seen, Math.min(rng.int(0, 25), Math.max(0, daysBetween(seen, ends))))
  const last = draft.died && on > draft.died ? draft.died : on
  const stale = home.to !== null && rng.chance(0.12)
  const to = stale ? null : home.to
  const hidden = home.protected
  const entry = () =>
    head(draft, taken.teamKey, last, { categories: ['whereabouts'], locates: true })
  life.livingSituations.push({
    ...entry(),
    code: home.code,
    settled: settledCodes.has(home.code),
    areaCode: home.lines && !hidden ? home.areaCode : null,
    from: home.from,
    to,
    note: NOTES[home.code] ?? null,
  })
  if (!home.lines) return
  const short = (line: string) =>
    rng.chance(0.1) ? line.replace(/Road$/, 'Rd').replace(/Street$/, 'St') : line
  life.addresses.push({
    ...entry(),
    lines: [...home.lines.map(short), 'Wrenford'],
    postcode: rng.chance(0.04) ? home.postcode.replace(' ', '') : home.postcode,
    uprn: ['options', 'meadow'].includes(agencyOf(taken.teamKey)) ? uprn(rng) : null,
    areaCode: home.areaCode,
    from: home.from,
    to,
    protected: hidden,
    kind: home.kind,
  })
}

/** Their own numbers, and an e-mail for some. Numbers of people in hiding belong to Haven alone. */
function phones(draft: Draft): void {
  const { rng, life, world, profile } = draft
  const { mobile, landline } = ownPhones(world.seed, profile.index)
  const name = unaccented(`${profile.name.given}.${profile.name.family || 'mail'}`)
  const email = `${name.toLowerCase().replace(/[^a-z.]/g, '')}${profile.index}@post.example`
  const hidden = life.states.protectedWhereabouts.length > 0
  const own = [
    ...(mobile ? ([['mobile', mobile, 0.7]] as const) : []),
    ...(landline ? ([['landline', landline, 0.4]] as const) : []),
    ...(rng.chance(0.4) ? ([['email', email, 0.4]] as const) : []),
  ]
  for (const { teamKey, on, record } of takenDown(draft)) {
    if (hidden && !knowsHidden(record.agencyKey)) continue
    for (const [kind, value, chance] of own) {
      if (!rng.chance(chance)) continue
      life.reaches.push({
        ...head(draft, teamKey, on, { categories: ['identity'] }),
        kind,
        value,
        from: on,
        to: null,
        note: rng.chance(0.06)
          ? `${draft.cast.Friend ?? 'A friend'}'s, ask for ${draft.cast.first ?? ''}`
          : null,
        protected: hidden,
      })
    }
  }
}
