import type { Random } from '../random'
import type { Domain } from './work-types'

export type Core = '' | 'H' | 'S' | 'J' | 'HS' | 'HJ' | 'SJ' | 'HSJ'

/**
 * How often each set of the three core disadvantages is dealt, in parts of 1,000 people of the
 * place. Among people with any, 62 % have one, 28 % two, 10 % three: the proportions of Hard Edges
 * (364,000, 164,000 and 58,000; docs/rules/the-fields-facts.md); two thirds of those with
 * homelessness have another.
 */
const cores: readonly (readonly [Core, number])[] = [
  ['', 300],
  ['H', 110],
  ['S', 150],
  ['J', 174],
  ['HS', 75],
  ['HJ', 75],
  ['SJ', 46],
  ['HSJ', 70],
]

/** Share of the dealt set that the partnership's panel (the most overlapping lives) takes in. */
const panelShare: Partial<Record<Core, number>> = { HSJ: 0.88, HS: 0.1, HJ: 0.06, SJ: 0.09 }

export type Deal = {
  core: Core
  /** One of the people whom the panel meets about; they have NDTA scores. */
  panel: boolean
  sex: 'female' | 'male'
  needs: Domain[]
  /** Which way round domestic abuse went, when dealt. */
  harm: 'harmed_by' | 'causing_harm' | 'both' | null
}

/** Changing Futures: 36.5 % women in the panel; elsewhere women are nearer half and over. */
function sexOf(rng: Random, core: Core, panel: boolean): 'female' | 'male' {
  const women = panel ? 0.365 : core === '' ? 0.6 : core.includes('J') ? 0.2 : 0.4
  return rng.chance(women) ? 'female' : 'male'
}

/** Domestic abuse: in the panel 93 % of women and 46 % of men (Changing Futures, 2025). */
function harmOf(rng: Random, core: Core, panel: boolean, sex: 'female' | 'male'): Deal['harm'] {
  const woman = sex === 'female'
  const chance = panel ? (woman ? 0.93 : 0.46) : woman ? 0.26 : core.includes('J') ? 0.16 : 0.06
  if (!rng.chance(chance)) return null
  const causing = woman ? 0.02 : core.includes('J') ? 0.5 : 0.25
  return rng.weigh([
    ['harmed_by', 1 - causing - 0.06],
    ['causing_harm', causing],
    ['both', 0.06],
  ])
}

const wider = (rng: Random, n: number, panel: boolean): Domain[] => {
  const odds: [Domain, number][] = [
    ['mental_health', panel ? 0.99 : ([0.34, 0.3, 0.55, 0.85][n] ?? 0.3)],
    ['money', panel ? 0.9 : ([0.3, 0.3, 0.45, 0.7][n] ?? 0.3)],
    ['physical_health', panel ? 0.7 : ([0.24, 0.18, 0.3, 0.5][n] ?? 0.2)],
    ['isolation', panel ? 0.6 : ([0.16, 0.12, 0.25, 0.4][n] ?? 0.15)],
    ['learning', panel ? 0.35 : 0.09],
    ['work', panel ? 0.4 : ([0.34, 0.22, 0.22, 0.2][n] ?? 0.2)],
    ['safeguarding', panel ? 0.4 : n > 1 ? 0.1 : 0.04],
    ['care_experience', panel ? 0.3 : n > 0 ? 0.08 : 0.03],
  ]
  return odds.flatMap(([domain, chance]) => (rng.chance(chance) ? [domain] : []))
}

/** Deals one person's needs and sex. Everything else in the life follows from them. */
export function dealNeeds(rng: Random): Deal {
  const core = rng.weigh(cores)
  const panel = rng.chance(panelShare[core] ?? 0)
  const sex = sexOf(rng, core, panel)
  const harm = harmOf(rng, core, panel, sex)
  const needs: Domain[] = []
  if (core.includes('H')) needs.push('homelessness')
  if (core.includes('S')) needs.push('substance_use')
  if (core.includes('J')) needs.push('justice')
  if (harm) needs.push('domestic_abuse')
  needs.push(...wider(rng, core.length, panel))
  if (needs.length === 0)
    needs.push(rng.pick(['money', 'work', 'mental_health', 'physical_health']))
  return { core, panel, sex, needs, harm }
}
