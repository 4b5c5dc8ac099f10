import type { Draft } from '../draft'
import { addDays, ageOn, later } from '../days'
import type { Relationship } from '../fact-types'
import { head } from '../heads'
import type { Profile } from '../profile'
import { profileOf } from '../profile'
import { tieOf } from '../ties'
import type { Tie } from '../ties'
import { dayFor } from '../verbs'
import { childNames, list } from '../cast-data'
import { takenDown } from './identity'

/** How the other is called on this side of the tie. */
const SIDE: Record<Tie['kind'], [Relationship['kind'], Relationship['kind']]> = {
  sibling: ['sibling', 'sibling'],
  partner: ['partner', 'partner'],
  friend: ['friend', 'friend'],
  parent: ['adult_child', 'parent'],
  carer: ['carer', 'cared_for'],
  harm: ['ex_partner', 'ex_partner'],
}

/** People tied to each other, said on both sides; harm on the harmed person's side alone. */
export function ties(draft: Draft): void {
  children(draft)
  const { profile, world } = draft
  const tie = tieOf(world.seed, profile.index)
  if (!tie || tie.otherIndex >= world.count) return
  const other = profileOf(world.seed, tie.otherIndex, world.today)
  if (tie.kind === 'harm') {
    if (!tie.second) harm(draft, other)
    return
  }
  const parentTooYoung = tie.kind === 'parent' && Math.abs(years(profile) - years(other)) < 16
  const kind = parentTooYoung ? 'sibling' : kindFor(tie, profile, other)
  relate(draft, kind, other)
}

const years = (p: Profile) => Number(p.born.slice(0, 4))

/** Of parent and adult child the older is the parent, whoever comes first. */
function kindFor(tie: Tie, self: Profile, other: Profile): Relationship['kind'] {
  if (tie.kind !== 'parent') return SIDE[tie.kind][tie.second ? 1 : 0]
  return years(other) < years(self) ? 'parent' : 'adult_child'
}

function relate(draft: Draft, kind: Relationship['kind'], other: Profile): void {
  const taken = takenDown(draft)
  if (taken.length === 0) return
  const { teamKey, on } = draft.rng.pick(taken)
  draft.life.relationships.push({
    ...head(draft, teamKey, on, { categories: ['family'] }),
    kind,
    otherPersonKey: other.personKey,
    otherName: other.displayName,
    child: null,
    note: null,
    from: null,
    to: null,
  })
}

function harm(draft: Draft, other: Profile): void {
  const { life, profile } = draft
  const haven = life.involvements.find((i) => i.agencyKey === 'haven')
  const teamKey = haven?.teamKey ?? takenDown(draft)[0]?.teamKey
  if (!teamKey) return
  const first = haven?.from ?? life.records[0]?.openedOn ?? draft.from
  const on = dayFor(draft, teamKey, later(first, draft.from))
  life.states.harmLinks.push({
    ...head(draft, teamKey, on, { categories: ['domestic_abuse'] }),
    harmedPersonKey: profile.personKey,
    causingPersonKey: other.personKey,
    keptApart: draft.rng.chance(0.8),
    from: on,
    until: null,
    note: 'Do not book, place or name them together.',
  })
}

/** Children under 18: a first name, a year, who is responsible. Never people of their own here. */
function children(draft: Draft): void {
  const { rng, profile, world, life } = draft
  const age = ageOn(profile.born, world.today)
  if (age < 20 || age > 60 || !rng.chance(0.34)) return
  const taken = takenDown(draft).filter((t) =>
    ['hf', 'haven', 'asc', 'options', 'youth', 'probation', 'lantern', 'gp'].includes(
      t.record.agencyKey,
    ),
  )
  const one = taken[0]
  if (!one) return
  const oldest = Math.min(17, age - 18)
  const relative = draft.cast.relative ?? 'mum'
  for (
    let n = rng.weigh([
      [1, 5],
      [2, 3],
      [3, 1],
    ]);
    n > 0;
    n -= 1
  ) {
    const yearOfBirth = Number(world.today.slice(0, 4)) - rng.int(0, Math.max(0, oldest - 1))
    const on = later(one.on, addDays(`${yearOfBirth}-01-01`, 20))
    if (on > draft.last || (draft.died && on >= draft.died)) continue
    life.relationships.push({
      ...head(draft, one.teamKey, dayFor(draft, one.teamKey, on), { categories: ['family'] }),
      kind: 'child',
      otherPersonKey: null,
      otherName: '',
      child: {
        firstName: rng.pick(list(childNames)),
        yearOfBirth,
        responsible: rng.pick([
          'both parents',
          'the other parent',
          'the council',
          `${relative}, by order`,
        ]),
        livesWith: rng.pick([
          `with ${profile.name.calledBy}`,
          'with the other parent',
          'with foster carers',
          `with ${relative}`,
        ]),
        socialWorker: rng.chance(0.3) ? 'Children’s team, ring the council' : null,
      },
      note: rng.chance(0.4) ? 'Sees them on Sundays' : null,
      from: null,
      to: null,
    })
  }
}
