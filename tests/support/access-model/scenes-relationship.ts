import type { WorldBuilder, Giver } from './builder'
import type { Cast } from './cast'
import { hours } from './moments'

/** How a person came to be known, or not: each adds what it says to a person. */
type Tie = (b: WorldBuilder, cast: Cast, person: string) => void

const hoursFromNow = (b: WorldBuilder, from: number, until: number) => ({
  startsAt: hours(b.world.now, from),
  endsAt: hours(b.world.now, until),
})

function urgent(
  b: WorldBuilder,
  cast: Cast,
  person: string,
  who: string,
  from: number,
  to: number,
) {
  b.world.urgent.push({
    id: b.id(),
    person,
    user: cast.user[who] ?? '',
    membership: cast.membership[who] ?? '',
    categories: ['mental_health', 'identity', 'money'],
    ...hoursFromNow(b, from, to),
  })
}

function archive(b: WorldBuilder, cast: Cast, person: string, until: number) {
  b.involve(person, cast.ours, -300, -30)
  b.world.archives.push({
    id: b.id(),
    person,
    user: cast.user.practitioner ?? '',
    agency: cast.ours.agency,
    endsAt: hours(b.world.now, until),
  })
}

/** What happened to a referral until it stood so: each with its time. */
function stands(b: WorldBuilder, status: string) {
  const sent = { sent_at: b.at(-72) }
  const accepted = { ...sent, answer: 'accepted', decided_at: b.at(-48) }
  const started = { ...accepted, started_at: b.at(-24) }
  const all: Record<string, Record<string, string>> = {
    ...{ draft: {}, sent, waiting: accepted, started },
    declined: { ...sent, answer: 'declined', decided_at: b.at(-24) },
    withdrawn: { ...sent, withdrawn_at: b.at(-24) },
    ended: { ...started, ended_at: b.at(-12), outcome: 'done' },
  }
  return all[status] ?? {}
}

function referral(b: WorldBuilder, cast: Cast, person: string, to: Giver, status: string) {
  const from = cast.givers.live ?? cast.ours
  const facts = { to_team_id: to.team, ...stands(b, status) }
  const row = b.entry('referral', person, from, { categories: ['housing'], facts })
  b.entry('referral_detail', person, from, { categories: ['housing'], parent: row.id })
}

function worker(b: WorldBuilder, cast: Cast, person: string, who: string, over: number | null) {
  const involvement = b.involve(person, cast.other)
  const facts = {
    user_id: cast.user[who] ?? '',
    starts_on: b.day(-20),
    ends_on: over === null ? null : b.day(over),
  }
  const wish = { parent: involvement.id, categories: ['plan'], facts }
  b.entry('involvement_worker', person, cast.other, wish)
}

export const ties: Record<string, Tie> = {
  none: () => {},
  open: (b, cast, person) => void b.involve(person, cast.ours),
  'open until later': (b, cast, person) => void b.involve(person, cast.ours, -90, 30),
  ended: (b, cast, person) => void b.involve(person, cast.ours, -90, -2),
  'to come': (b, cast, person) => void b.involve(person, cast.ours, 3),
  'with other team': (b, cast, person) => void b.involve(person, cast.other),
  'with enforcement': (b, cast, person) => void b.involve(person, cast.police),
  'with benefits': (b, cast, person) => void b.involve(person, cast.benefit),
  'with second agency': (b, cast, person) => void b.involve(person, cast.second),
  'limited worker': (b, cast, person) => worker(b, cast, person, 'limited', null),
  'limited worker before': (b, cast, person) => worker(b, cast, person, 'limited', -3),
  'worker in other team': (b, cast, person) => worker(b, cast, person, 'two here', null),
  'worker who is limited in both': (b, cast, person) =>
    worker(b, cast, person, 'two limited', null),
  'referral draft': (b, cast, person) => referral(b, cast, person, cast.receiver, 'draft'),
  'referral sent': (b, cast, person) => referral(b, cast, person, cast.receiver, 'sent'),
  'referral declined': (b, cast, person) => referral(b, cast, person, cast.receiver, 'declined'),
  'referral withdrawn': (b, cast, person) => referral(b, cast, person, cast.receiver, 'withdrawn'),
  'referral waiting': (b, cast, person) => referral(b, cast, person, cast.receiver, 'waiting'),
  'referral started': (b, cast, person) => {
    referral(b, cast, person, cast.receiver, 'started')
    b.involve(person, cast.receiver, -1)
  },
  'referral ended': (b, cast, person) => referral(b, cast, person, cast.receiver, 'ended'),
  archive: (b, cast, person) => archive(b, cast, person, 20),
  'archive closed': (b, cast, person) => archive(b, cast, person, -2),
  urgent: (b, cast, person) => urgent(b, cast, person, 'practitioner', -1, 2),
  'urgent over': (b, cast, person) => urgent(b, cast, person, 'practitioner', -5, -2),
  'urgent in the other membership': (b, cast, person) =>
    urgent(b, cast, person, 'two there', -1, 2),
  'urgent for a limited worker': (b, cast, person) => urgent(b, cast, person, 'limited', -1, 2),
  'urgent and open': (b, cast, person) => {
    b.involve(person, cast.ours)
    urgent(b, cast, person, 'practitioner', -1, 2)
  },
}

const cohorts = {
  in: [-50, null],
  out: null,
  ended: [-50, -1],
  'until later': [-50, 20],
  'to come': [2, null],
} as const

/** Sets of categories: one, several, none, with and without a term. */
export const sets = [
  [],
  ['safety'],
  ['identity'],
  ['whereabouts'],
  ['housing'],
  ['justice'],
  ['mental_health'],
  ['substance_use'],
  ['money'],
  ['housing', 'justice'],
  ['housing', 'money'],
  ['safety', 'housing'],
  ['safety', 'money'],
  ['identity', 'safety'],
]
const fewSets = [['safety'], ['housing'], ['justice'], ['mental_health'], ['money', 'housing']]

/** One entry at each level (involved, headline, content) for a set of categories. */
export function threeLevels(b: WorldBuilder, person: string, giver: Giver, categories: string[]) {
  b.entry('involvement_worker', person, giver, {
    categories,
    parent: involvementOf(b, person, giver),
  })
  const contact = b.entry('contact', person, giver, { categories })
  b.entry('contact_words', person, giver, { categories, parent: contact.id })
}

const involvements = new WeakMap<WorldBuilder, Map<string, string>>()

function involvementOf(b: WorldBuilder, person: string, giver: Giver): string {
  const known = involvements.get(b) ?? new Map<string, string>()
  involvements.set(b, known)
  const key = `${person} ${giver.team}`
  const id = known.get(key) ?? b.involve(person, giver).id
  known.set(key, id)
  return id
}

/** Block one: how the team came to the person, and the cohort, against every giver and level. */
export function addRelationships(b: WorldBuilder, cast: Cast, compact: boolean) {
  const states = Object.entries(cohorts)
  for (const tie of Object.values(ties)) {
    for (const [state, span] of states) {
      const mainTie = tie === ties.open
      if (!mainTie && state !== 'in') continue
      const person = b.person()
      tie(b, cast, person)
      for (const agreement of mainTie ? Object.values(cast.agreements) : cast.usual) {
        if (span) b.cohort(person, agreement.id, b.span(span[0], span[1]))
      }
      // Who asks for what others gave reads what their own agency decided.
      if (tie === ties['with enforcement'])
        b.cohort(person, cast.usual[0]?.id ?? '', b.span(-50), cast.ours)
      for (const [name, giver] of Object.entries(cast.givers)) {
        if (!mainTie && !['live', 'silent'].includes(name)) continue
        if (compact && state !== 'in' && !['live', 'double'].includes(name)) continue
        const all = name === 'live' && mainTie && state === 'in'
        const some = compact ? fewSets.slice(0, name === 'double' ? 5 : 3) : fewSets
        for (const set of all ? sets : some) threeLevels(b, person, giver, set)
      }
      ownEntries(b, cast, person)
    }
  }
  addUnevenCohorts(b, cast)
}

/** What our own agency gave: its file, if there is any, is open to whoever may open the person. */
function ownEntries(b: WorldBuilder, cast: Cast, person: string) {
  const { world } = b
  if (!world.records.some((r) => r.person === person && r.agency === cast.ours.agency)) return
  const contact = b.entry('contact', person, cast.other, { categories: ['money'] })
  b.entry('contact_words', person, cast.other, { categories: ['money'], parent: contact.id })
  b.entry('contact', person, cast.other, { categories: [] })
}

/** In the cohort of one agreement of two: only that one counts. */
function addUnevenCohorts(b: WorldBuilder, cast: Cast) {
  for (const name of ['double low', 'double high', 'live']) {
    const person = b.person()
    b.involve(person, cast.ours)
    b.cohort(person, cast.agreements[name]?.id ?? '')
    for (const giver of [cast.givers.double, cast.givers.live]) {
      if (giver) for (const set of fewSets) threeLevels(b, person, giver, set)
    }
  }
}
