import { streetLine } from './cast'
import type { Draft, Home } from './draft'
import type { Day } from './entry-types'
import type { LivingCode } from './fact-types'

const KINDS: Partial<Record<LivingCode, Home['kind']>> = {
  A03: 'temporary',
  A04: 'temporary',
  A08C: 'hostel',
  A02: 'hostel',
  A13: 'temporary',
  A17: 'temporary',
  PRISON: 'prison',
  REFUGE: 'refuge',
  A07A: 'care_of',
}

/** Codes that count as settled (`lib/code-lists/accommodation.ts`), of those that are dealt. */
export const settledCodes = new Set<LivingCode>(['A01A', 'A01C', 'A01D', 'A04', 'A07B'])

const ABOUT_HOME = new Set([
  'rough',
  'sofa',
  'hostel',
  'temporary',
  'new_flat',
  'arrears',
  'tenancy',
])

const without = new Set<LivingCode>(['A08A', 'HOSPITAL', 'A16'])

/** The hostel of the practice place is one door for everybody: a shared postcode, as in life. */
const QUAYSIDE = ['Quayside House', '1 Lock Street']

function lines(draft: Draft, code: LivingCode): string[] | null {
  if (without.has(code) || (code === 'A07A' && draft.rng.chance(0.5))) return null
  if (code === 'A08C') return QUAYSIDE
  if (code === 'PRISON') return ['HMP Hallow Moor (invented)']
  if (code === 'A07A') return [`c/o ${draft.cast.friend ?? 'a friend'}`, streetLine(draft.rng)]
  const flat = draft.rng.chance(0.4) ? [`Flat ${draft.rng.int(1, 24)}`] : []
  return [...flat, streetLine(draft.rng)]
}

/** The person lives elsewhere from today on (the draft's now). */
export function moveHome(draft: Draft, code: LivingCode, hidden = false): Home {
  const { world, rng } = draft
  for (const t of draft.topics)
    if (ABOUT_HOME.has(t.key) && t.until > draft.now) t.until = draft.now
  const before = draft.homes.at(-1)
  if (before) before.to = draft.now
  const place = world.place(rng, code === 'A01A' || code === 'A01C' ? 'any' : 'poor')
  const shared = code === 'A08C' ? world.officeArea('riverside-hostel') : null
  const home: Home = {
    code,
    from: draft.now,
    to: null,
    lines: lines(draft, code),
    postcode: shared ? world.hostelPostcode : rng.pick(place.postcodes),
    areaCode: shared ?? place.code,
    kind: KINDS[code] ?? 'home',
    protected: hidden,
  }
  draft.homes.push(home)
  return home
}

/** The home of a day in the past. */
export const homeOn = (draft: Draft, day: Day): Home | undefined =>
  draft.homes.findLast((h) => h.from <= day)
