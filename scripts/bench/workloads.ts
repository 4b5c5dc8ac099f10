import { recordContact } from '@/lib/contacts/commands'
import { contactSchema } from '@/lib/contacts/schema'
import { withScope } from '@/lib/db'
import { newId } from '@/lib/new-id'
import {
  daysAsked,
  formsAsked,
  nameWords,
  numbersAsked,
  parseSearch,
  yearsAsked,
} from '@/lib/search/parse'
import { findMine, type Found } from '@/lib/search/queries'
import type { Case } from './cases'
import { inTurn, withFloorB, type Given } from './given'
import { openSearches } from './search-limit'
import type { Workload } from './workload'
import { caseload, today, wideCaseload } from './workloads-caseload'
import { needs, openPerson, team, timeline } from './workloads-person'

const words = 'Came in on time. We rang the landlord together and sent the form. Sleeping better.'
const place = 'Castle House'

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
function search({ cases, floor, watcher }: Given): Workload {
  const at = inTurn(cases)
  const askedAt = (turn: number) => parseSearch(typedFor(at(turn), turn))
  return {
    ...{ key: 'W2', job: 'Search for a person', target: 2, turns: 21 },
    before: () => openSearches(watcher),
    ours: (turn) => withScope(at(turn).token, (scope) => findMine(scope, askedAt(turn))),
    floor: async (turn) => {
      const asked = askedAt(turn)
      const words = nameWords(asked)
      const [days, years] = [daysAsked(asked), yearsAsked(asked)]
      const values = [words, formsAsked(words), numbersAsked(asked), days, years, asked.postcodes]
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
    ...{ key: 'W3', job: 'Save a contact', target: 1.5, turns: 42 },
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

/** The jobs of the design that reach the database, each with floor B. */
export const workloads = (given: Given): Workload[] =>
  [
    openPerson(given),
    search(given),
    saveContact(given),
    caseload(given),
    wideCaseload(given),
    timeline(given),
    team(given),
    needs(given),
    today(given),
  ].map((workload) => withFloorB(workload, given.superuser))
