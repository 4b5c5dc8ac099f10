import { randomUUID } from 'node:crypto'
import { getTimeline, timelinePage, timelineSchema } from '@/lib/contacts/timeline'
import { addDays, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import type { TimelineItem } from '@/lib/people/view'
import { connected } from '@/scripts/connection.mjs'
import { plain } from './columns'
import { insertRows, type Row } from './rows'
import { workingPlace, type WorkingPlace } from './working-place'

type Agency = 'probation' | 'housing' | 'clinic' | 'landlord'
const authors = { probation: 'priya', housing: 'tom', clinic: 'dana', landlord: 'lou' } as const

/** Adds a row as the administrator would, and returns its id: what is asked is who may read it. */
type Give = (table: string, agency: Agency, categories: string[], more?: Row) => Promise<string>

/** A day on which more happened to Sam than a page of the list holds. */
export const fullDay = '2025-06-15'

/** Agencies at work with Sam, and what happened and changed in Sam's life, early in 2026. */
export async function timelinePlace(): Promise<WorkingPlace> {
  const place = await workingPlace()
  await connected(place.adminUrl, async (client) => {
    const person_id = place.people.sam
    const records = await client.query<{ id: string; agency_id: string }>(
      'select id, agency_id from record where person_id = $1',
      [person_id],
    )
    const recordOf = new Map(records.rows.map(({ id, agency_id }) => [agency_id, id]))
    const landlord = { id: randomUUID(), agency_id: place.agencies.landlord }
    recordOf.set(landlord.agency_id, landlord.id)
    await insertRows(client, 'record', [{ ...landlord, person_id, confirmed: true }])
    const give: Give = async (table, agency, categories, more = {}) => {
      const id = randomUUID()
      const head = {
        ...{ person_id, record_id: recordOf.get(place.agencies[agency]) },
        ...{ agency_id: place.agencies[agency], team_id: place.teams[agency] },
        ...{ given_by: place.users[authors[agency]], categories },
      }
      await insertRows(client, table, [{ ...head, ...plain[table], id, ...more }])
      return id
    }
    // A limited worker opens those who are theirs.
    const { rows } = await client.query<{ id: string }>(
      'select id from involvement where person_id = $1 and agency_id = $2',
      [person_id, place.agencies.probation],
    )
    await give('involvement_worker', 'probation', ['justice'], {
      ...{ involvement_id: rows[0]?.id, user_id: place.users.vi, worker_name: 'vi' },
    })
    await giveMoves(give)
    await giveWarnings(give)
    await giveRatings(give)
    await giveContacts(give)
    await giveFullDay(give)
  })
  return place
}

async function giveMoves(give: Give) {
  // Moves: nothing is agreed about whereabouts, so they stay with who gave them.
  await give('living_situation', 'probation', ['whereabouts'], {
    ...{ code: 'A08A', from_on: '2026-01-01', until_on: '2026-02-01' },
  })
  const hostel = await give('living_situation', 'probation', ['whereabouts'], {
    ...{ code: 'A08C', from_on: '2026-02-01' },
  })
  await give('living_area', 'probation', ['whereabouts'], { living_situation_id: hostel })
  await give('address', 'housing', ['whereabouts'], {
    ...{ lines: '7 Mill Lane', from_on: '2026-02-03', until_on: '2026-02-20' },
  })
}

async function giveWarnings(give: Give) {
  // Warnings: ended, renewed, lapsed, and one to come.
  const before = await give('warning', 'probation', ['safety'], {
    ...{ headline: 'Visit in pairs', starts_on: '2026-01-10', ended_at: '2026-03-01T12:00:00Z' },
  })
  await give('warning', 'probation', ['safety'], {
    ...{ headline: 'Visit in pairs', starts_on: '2026-03-01', renewed_from: before },
    ended_at: '2026-03-20T12:00:00Z',
  })
  await give('warning', 'landlord', ['safety'], {
    ...{ headline: 'Dog', starts_on: '2026-01-11', lapses_on: '2026-01-31' },
  })
  await give('warning', 'housing', ['safety'], {
    ...{ headline: 'To come', starts_on: addDays(today(), 2) },
  })
  await give('warning', 'clinic', ['domestic_abuse'], {
    ...{ kind: 'marac', headline: 'MARAC', starts_on: '2026-01-12' },
  })
}

async function giveRatings(give: Give) {
  // Ratings: two of one sitting, one whose words are the clinic's, one taken back.
  for (const domain of ['homelessness', 'money']) {
    const id = await give('need_rating', 'housing', ['housing'], { domain, rated_on: '2026-02-02' })
    await give('need_grade', 'housing', ['housing'], { need_rating_id: id })
  }
  const mental = await give('need_rating', 'clinic', ['mental_health'], {
    ...{ domain: 'mental_health', rated_on: '2026-02-04' },
  })
  await give('need_grade', 'clinic', ['mental_health'], { need_rating_id: mental, severity: 4 })
  await give('need_rating', 'probation', ['justice'], {
    ...{ domain: 'justice', rated_on: '2026-02-05' },
    ...{ withdrawn_at: '2026-02-06', withdrawn_why: 'mistake' },
  })
  await give('assessment', 'probation', ['justice'], { assessed_on: '2026-02-07', total: 27 })
  await give('involvement', 'housing', ['housing'], {
    ...{ starts_on: '2026-02-08', ends_on: '2026-02-08', end_reason: 'finished' },
  })
  // Kept to the team by its author.
  await give('need_rating', 'housing', ['housing'], {
    ...{ domain: 'work', rated_on: '2026-02-09', audience: 'team' },
  })
}

async function giveContacts(give: Give) {
  const contact = (agency: Agency, about: string, day: string, more: Row = {}) =>
    give('contact', agency, [about], { happened_on: day, outcome: 'kept', ...more })
  const timed = await contact('probation', 'justice', '2026-02-01')
  await give('contact_place', 'probation', ['justice'], {
    ...{ contact_id: timed, happened_at: '2026-02-01T10:00:00Z' },
  })
  await contact('probation', 'housing', '2026-02-05', { major: true, kind: 'phone' })
}

/** More than two pages on one day: with a time, without, begun and ended, of several agencies. */
async function giveFullDay(give: Give) {
  for (let nr = 0; nr < timelinePage; nr += 1) {
    const id = await give('contact', 'probation', ['justice'], {
      ...{ happened_on: fullDay, outcome: nr % 2 ? 'kept' : 'not_seen', kind: 'visit' },
    })
    if (nr % 3 > 0)
      await give('contact_place', 'probation', ['justice'], {
        ...{ contact_id: id, happened_at: `${fullDay}T${10 + (nr % 5)}:00:00Z` },
      })
    await give('involvement', 'probation', ['justice'], { starts_on: fullDay, ends_on: fullDay })
  }
}

export type Ask = Record<string, string | undefined>

/** The list page after page, from wherever an address says. */
export async function pagesOf(
  scope: Scope,
  personId: string,
  from: Ask = {},
): Promise<TimelineItem[]> {
  const all: TimelineItem[] = []
  let next: Ask | null = {}
  while (next !== null) {
    const page = await getTimeline(scope, personId, timelineSchema.parse({ ...from, ...next }))
    all.push(...page.entries)
    next = page.next
  }
  return all
}

/** Is it a line that says that something ended? */
export const isEnd = (item: TimelineItem) => item.what !== 'contact' && item.ended
export const keyOf = (item: TimelineItem) => `${item.id} ${isEnd(item)}`

/** `2026-02-08 work ended: housing` */
export const said = (item: TimelineItem) =>
  `${item.day} ${item.what}${isEnd(item) ? ' ended' : ''}: ${item.agency}`
