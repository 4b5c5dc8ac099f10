import type { Draft } from './draft'
import { happened, plan } from './draft'
import { addDays, later } from './days'
import { moveHome } from './homes'
import { domesticAbuse } from './arcs/domestic-abuse'
import { family, physicalHealth, safeguarding } from './arcs/family-health'
import { homeLost } from './arcs/home-lost'
import { justice } from './arcs/justice'
import { mentalHealth } from './arcs/mental-health'
import { money, work } from './arcs/money-work'
import { firstDoor, heldTenancy, newcomer, quietNeeds, young } from './arcs/other-starts'
import { substance } from './arcs/substance'
import type { LivingCode } from './fact-types'
import type { Domain } from './work-types'

const arcs: Partial<Record<Domain, (draft: Draft) => void>> = {
  homelessness: homeLost,
  substance_use: substance,
  justice,
  mental_health: mentalHealth,
  domestic_abuse: domesticAbuse,
  money,
  work,
  physical_health: physicalHealth,
  safeguarding,
}

const lately = new Set([
  'afghan',
  'eritrean',
  'kurdish',
  'iranian',
  'sudanese',
  'arabic',
  'congolese',
])

/** Sets going everything that the deal of needs leads to. Nothing has been played yet. */
export function setOut(draft: Draft): void {
  const { rng, profile } = draft
  const newlyHere = lately.has(profile.pool.key) && rng.chance(0.5)
  const first = rng.weigh<LivingCode>([
    ['A01D', 42],
    ['A01C', 26],
    ['A07B', 18],
    ['A01A', 9],
    ['A04', 5],
  ])
  moveHome(draft, newlyHere ? 'A13' : first)
  for (const need of profile.deal.needs) arcs[need]?.(draft)
  if (newlyHere) {
    profile.deal.needs.push('immigration')
    newcomer(draft)
  }
  family(draft)
  young(draft)
  quietNeeds(draft)
  if (!profile.deal.needs.includes('homelessness') && rng.chance(0.1)) heldTenancy(draft)
  firstDoor(draft)
  death(draft)
}

/** Deaths come early among people with most to carry: about 5 in 100 of the panel, else 1. */
function death(draft: Draft): void {
  const { rng, profile, from, last } = draft
  if (!rng.chance(profile.deal.panel ? 0.05 : 0.008)) return
  plan(draft, later(addDays(from, 120), addDays(last, -rng.int(10, 700))), () => {
    happened(draft, 'died', 'Died.')
    draft.died = draft.now
  })
}
