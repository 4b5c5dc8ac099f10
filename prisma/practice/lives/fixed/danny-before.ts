import type { Draft } from '../draft'
import { head } from '../heads'
import type { Domain, Involvement, Need } from '../work-types'
import { ago, rated, worked } from './hand'

/**
 * Danny's needs over five years, as services and he himself saw them: a first bad stretch, some
 * years in a room of his own, and what came after the fall. Days before the world's today.
 */
export function dannyBefore(draft: Draft): void {
  for (const [team, ...spell] of spells) worked(draft, team, ...spell)
  for (const [team, days] of met) tookDown(draft, team, days)
  for (const { team, domain, about, seen } of views)
    for (const [days, severity, trend, more] of seen)
      rated(draft, team, days, domain, severity, trend, about, more)
}

type Spell = [string, readonly [number, number], Involvement['source'], string]

const spells: Spell[] = [
  ['lantern-centre', [1770, 1095], 'present', 'housed'],
  ['probation-north', [1640, 1285], 'order', 'order_completed'],
  ['dna-recovery', [1600, 1265], 'referral', 'completed'],
  ['options-assessment', [1480, 1180], 'referral', 'no_further'],
  ['debt-team', [1340, 1195], 'referral', 'completed'],
]

/** Agencies that have not worked with him since. */
const met: [string, number][] = [
  ['lantern-centre', 1770],
  ['options-assessment', 1480],
  ['debt-team', 1340],
]

/** Days ago, how severe, which way, and what else. */
type Seen = [
  number,
  Need['severity'],
  Need['trend'],
  Partial<Pick<Need, 'state' | 'voice' | 'note'>>?,
]
type Views = { team: string; domain: Domain; about: Need['categories'][number]; seen: Seen[] }

const past = { state: 'past' } as const
const none = { state: 'none' } as const
const notAsked = { state: 'not_asked' } as const
const own = (note: string | null = null) => ({ voice: 'person' as const, note })

const housing = { domain: 'homelessness', about: 'housing' } as const
const drugs = { domain: 'substance_use', about: 'substance_use' } as const
const justice = { domain: 'justice', about: 'justice' } as const
const mind = { domain: 'mental_health', about: 'mental_health' } as const
const body = { domain: 'physical_health', about: 'physical_health' } as const
const alone = { domain: 'isolation', about: 'family' } as const
const care = { domain: 'care_experience', about: 'family' } as const
const money = { domain: 'money', about: 'money' } as const
const work = { domain: 'work', about: 'work' } as const
const learning = { domain: 'learning', about: 'learning' } as const

// prettier-ignore
const views: Views[] = [
  { team: 'lantern-centre', ...housing,
    seen: [[1760, 3, 'same'], [1530, 4, 'worse'], [1310, 3, 'better'], [1100, null, null, past]] },
  { team: 'lantern-centre', ...alone,
    seen: [[1760, 2, 'same'], [1310, 2, 'better'], [1100, null, null, past]] },
  { team: 'options-assessment', ...housing, seen: [[1470, 3, 'same'], [1190, 2, 'better']] },
  { team: 'probation-north', ...justice,
    seen: [[1630, 3, 'same'], [1460, 2, 'better'], [1290, null, null, past],
      [425, 3, 'worse'], [290, 3, 'same']] },
  { team: 'probation-north', ...learning, seen: [[1600, 2, 'same']] },
  { team: 'dna-recovery', ...drugs,
    seen: [[1590, 2, 'same'], [1400, 2, 'better'], [1270, null, null, none],
      [375, 3, 'worse'], [255, 4, 'worse']] },
  { team: 'debt-team', ...money, seen: [[1330, 2, 'same'], [1200, null, null, none]] },
  { team: 'jobcentre-central', ...money, seen: [[325, 2, 'same'], [150, 3, 'worse']] },
  { team: 'jobcentre-central', ...work, seen: [[325, 2, 'same']] },
  { team: 'hf-team', ...housing, seen: [[295, 4, 'worse'], [200, 4, 'same']] },
  { team: 'hf-team', ...mind, seen: [[290, 2, 'same']] },
  { team: 'hf-team', ...body, seen: [[290, null, null]] },
  { team: 'hf-team', ...care, seen: [[290, null, null, notAsked]] },
  { team: 'cmh-community', ...mind, seen: [[240, 3, 'same'], [60, 3, 'same']] },
  { team: 'hf-team', ...housing,
    seen: [[295, 4, 'same', own()], [27, 3, 'better', own('I can see it now. My own door.')]] },
  { team: 'dna-recovery', ...drugs,
    seen: [[255, 2, 'same', own()],
      [27, 1, 'better', own('A bit, when it rains. Not like it was.')]] },
]

/** His name and date of birth, as they took them down. */
function tookDown(draft: Draft, teamKey: string, days: number): void {
  const entry = () => head(draft, teamKey, ago(draft, days), { categories: ['identity'] })
  const { name, born } = draft.profile
  const { given, middle, family, order } = name
  const rest = { title: null, from: null, to: null, protected: false }
  draft.life.names.push({ ...entry(), ...rest, given, middle, family, order, kind: 'legal' })
  const whole = { value: born, precision: 'day' as const, estimated: false, verifiedBy: null }
  draft.life.births.push({ ...entry(), ...whole })
}
