import type { Client } from 'pg'
import { getCaseload } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import { recordContact } from '@/lib/contacts/commands'
import { contactSchema } from '@/lib/contacts/schema'
import { withScope } from '@/lib/db'
import { newId } from '@/lib/new-id'
import { keysOf } from '@/lib/people/matching/keys'
import { openOverview } from '@/lib/people/queries'
import { facetsAsked, nameWords, numbersAsked, parseSearch } from '@/lib/search/parse'
import { findMine, type Found } from '@/lib/search/queries'
import type { Case, ManagerCase } from './cases'
import type { Floor } from './floor'
import type { Workload } from './workload'

const words = 'Came in on time. We rang the landlord together and sent the form. Sleeping better.'
const place = 'Castle House'

type Given = { cases: Case[]; managers: ManagerCase[]; floor: Floor; watcher: Client }

function inTurn<T>(list: readonly T[]) {
  return (turn: number): T => {
    const one = list[turn % list.length]
    if (one === undefined) throw new Error('Nobody to measure with: make more people')
    return one
  }
}

/** W1: a practitioner opens one person. */
function openPerson({ cases, floor }: Given): Workload {
  const at = inTurn(cases)
  return {
    ...{ key: 'W1', job: 'Open the single view', target: 1.5, turns: 40 },
    ours: (turn) => withScope(at(turn).token, (scope) => openOverview(scope, at(turn).personId)),
    floor: async (turn) => {
      const [row] = await floor.run(at(turn).token, ['overview', [at(turn).personId]])
      return row
    },
  }
}

/** A slip of the fingers: two letters of the family name changed about. */
const slip = (name: string) =>
  name.length > 3 ? `${name[0]}${name[2]}${name[1]}${name.slice(3)}` : name

/** What is typed, by turn: a name with a slip, a name and year, a whole date of birth. */
function typedFor(one: Case, turn: number): string {
  if (turn % 3 === 0) return `${one.given} ${slip(one.family)}`
  return turn % 3 === 1 ? `${one.given} ${one.born.slice(0, 4)}` : one.born
}

type Shown = Pick<Found, 'personId' | 'names' | 'births' | 'living' | 'lead' | 'died' | 'unnamed'>

/** What is shown of one person found, without why it matched and what is not shown. */
const shown = ({ personId, names, births, living, lead, died, unnamed }: Shown): Shown => ({
  ...{ personId, names, births, living, lead, died, unnamed },
})

/** W2: a search. Ours also ranks and explains; both return the same people with the same facts. */
function search({ cases, floor }: Given): Workload {
  const at = inTurn(cases)
  const askedAt = (turn: number) => parseSearch(typedFor(at(turn), turn))
  return {
    ...{ key: 'W2', job: 'Search for a person', target: 2, turns: 20 },
    ours: (turn) => withScope(at(turn).token, (scope) => findMine(scope, askedAt(turn))),
    floor: async (turn) => {
      const asked = askedAt(turn)
      const keys = keysOf(facetsAsked(asked))
      const values = [keys, nameWords(asked), numbersAsked(asked)]
      const [row] = await floor.run<{ rows: Found[] }>(at(turn).token, ['found', values])
      return row?.rows ?? []
    },
    compareBoth: (ours, theirs) => {
      const mine = (ours as Found[]).map(shown)
      const all = new Map((theirs as Found[]).map((one) => [one.personId, shown(one)]))
      return [mine, mine.map((one) => all.get(one.personId))]
    },
  }
}

/** W3: a contact is saved, with its words and place, its trail and history. */
function saveContact({ cases, floor, watcher }: Given): Workload {
  const at = inTurn(cases)
  const form = (personId: string) => ({
    ...{ personId, what: 'seen', kind: 'office', outcome: '', when: 'now', date: '', time: '' },
    ...{ place, withWhom: '', words, aboutOther: '', categories: [], audience: 'agreed' },
    ...{ readers: [], major: '', locates: '' },
  })
  return {
    ...{ key: 'W3', job: 'Save a contact', target: 2, turns: 40 },
    ours: (turn) => {
      const input = contactSchema.parse(form(at(turn).personId))
      return withScope(at(turn).token, (scope) => recordContact(scope, input))
    },
    floor: async (turn) => {
      const now = new Date()
      const day = now.toISOString().slice(0, 10)
      const { token, personId } = at(turn)
      const id = newId()
      await floor.run(
        token,
        ['contact-headline', [id, personId, day]],
        ['contact-words', [newId(), personId, id, words]],
        ['contact-place', [newId(), personId, id, now, place]],
      )
      return id
    },
    // Everything written but ids and times, read back past the policies.
    settle: async (id) => {
      const { rows } = await watcher.query<{ rows: unknown }>(written, [id])
      return rows[0]?.rows
    },
  }
}

const written = `
  select jsonb_build_object('contact', to_jsonb(c) - array['id', 'given_at'],
    'words', to_jsonb(w) - array['id', 'given_at', 'contact_id'],
    'place', to_jsonb(p) - array['id', 'given_at', 'contact_id', 'happened_at'],
    'trail', (select count(*) from audit_event e where e.entry_id in (c.id, w.id, p.id))) as rows
  from contact c join contact_words w on w.contact_id = c.id
  join contact_place p on p.contact_id = c.id where c.id = $1`

/** W4: a manager opens the caseload of a team of about fifty. */
function caseload({ managers, floor }: Given): Workload {
  const at = inTurn(managers)
  const size = 50
  const ask = (team: string) => caseloadSchema.parse({ show: 'all', sort: 'unseen', team })
  return {
    ...{ key: 'W4', job: 'Open a caseload of fifty', target: 1.5, turns: 12 },
    ours: (turn) =>
      withScope(at(turn).token, async (scope) => {
        const { counts, rows } = await getCaseload(scope, ask(at(turn).teamId), size)
        return { counts, rows }
      }),
    floor: async (turn) => {
      const [row] = await floor.run<{ caseload: { rows: unknown[]; counts: unknown } }>(
        at(turn).token,
        ['caseload', [at(turn).teamId, size]],
      )
      return { counts: row?.caseload.counts, rows: row?.caseload.rows.slice(0, size) }
    },
  }
}

/** The four jobs of the design that reach the database. */
export const workloads = (given: Given): Workload[] => [
  openPerson(given),
  search(given),
  saveContact(given),
  caseload(given),
]
