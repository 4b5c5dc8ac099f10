import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { correctContact, recordContact, withdrawContact } from '@/lib/contacts/commands'
import { getContact } from '@/lib/contacts/queries'
import { contactSchema } from '@/lib/contacts/schema'
import { listChanges } from '@/lib/history/queries'
import { getTimeline } from '@/lib/contacts/timeline'
import { wholes } from '@/tests/support/access-model/builder'
import { plain } from '@/tests/support/factories/columns'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What another agency reads of words that were not for it: taken back, put right, or written
// freely where only a headline is shared. Each was open once, and stays shut.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const record = (changes: Record<string, unknown> = {}) =>
  place.as('priya', (scope) =>
    recordContact(
      scope,
      contactSchema.parse({
        ...{ personId: place.people.sam, what: 'seen', when: 'now', audience: 'agreed' },
        words: 'KITE: his brother has the flat in Leeds.',
        ...changes,
      }),
    ),
  )
const read = (who: Worker, id: string) =>
  place.as(who, (scope) => getContact(scope, place.people.sam, id))
const target = (contactId: string) => ({ personId: place.people.sam, contactId })

/** All that a worker gets out of these tables, as the app's login would with a query of its own. */
const everything = (who: Worker, tables: readonly string[]) =>
  place.as(who, async ({ db }) => {
    const said: string[] = []
    for (const table of tables) {
      const rows = await db.$queryRawUnsafe<{ said: string }[]>(
        `select to_jsonb(t)::text as said from ${table} t`,
      )
      said.push(...rows.map((row) => `${table}: ${row.said}`))
    }
    return said.join('\n')
  })

const parts = ['contact', 'contact_words', 'contact_place', 'contact_other', 'change'] as const

describe('what an agency has taken back', () => {
  test('a contact recorded on the wrong person is not there for another agency', async () => {
    const id = await record({ place: 'KITE house' })
    expect((await read('tom', id))?.editions).toHaveLength(1)
    await place.as('priya', (scope) =>
      withdrawContact(scope, { ...target(id), why: 'KITE: it was about Alex' }),
    )
    expect(await read('tom', id)).toBeNull()
    expect(await everything('tom', parts)).not.toContain('KITE')
    const timeline = await place.as('tom', (scope) => getTimeline(scope, place.people.sam, {}))
    expect(JSON.stringify(timeline)).not.toContain(id)
    // Its own agency still explains what was read.
    expect(await read('ben', id)).toMatchObject({
      withdrawnReason: 'KITE: it was about Alex',
      editions: [{ words: 'KITE: his brother has the flat in Leeds.' }],
    })
  })

  test('words put right are read in their newest version alone', async () => {
    const id = await record({ words: 'WREN: the old words' })
    await place.as('priya', (scope) =>
      correctContact(scope, { ...target(id), words: 'The new words', why: 'wrong day' }, 1),
    )
    expect((await read('tom', id))?.editions.map(({ words }) => words)).toEqual(['The new words'])
    expect(await everything('tom', parts)).not.toContain('WREN')
    expect((await read('ben', id))?.editions).toHaveLength(2)
  })

  test('what an entry said before is in its own agency’s history and in no other', async () => {
    const id = await record()
    await place.look(`update contact set outcome = 'no_reply' where id = $1`, [id])
    const history = (who: Worker) =>
      place.as(who, (scope) => listChanges(scope, place.people.sam, undefined))
    expect((await history('ben')).changes.map(({ tableName }) => tableName)).toContain('contact')
    expect((await history('tom')).changes).toEqual([])
    expect(await everything('tom', ['change'])).toBe('')
  })
})

// Every place where a worker types freely, filled about Sam by probation under its housing
// entries: of those, housing and the clinic may know the headline and no more.
describe('what a worker types freely, where only a headline is shared', () => {
  const word = 'HERON'
  const typed: readonly (readonly [string, object])[] = [
    ['contact', {}],
    ['contact_place', { place: word, with_whom: `${word} and his sister` }],
    ['contact_words', { words: word }],
    ['appointment', {}],
    ['appointment_place', { place: word }],
    ['need_rating', { domain: 'homelessness' }],
    ['need_grade', { severity: 4, trend: 'worse' }],
    ['need_note', { words: word }],
    ['warning', { headline: 'Visit in pairs' }],
    ['warning_end', { reason: word }],
    ['involvement', {}],
    ['handover', { words: `${word}: owes money to his dealer` }],
    ['living_situation', {}],
    ['living_area', { area_name: word }],
    ['identity_detail', { gender: 'own_term' }],
    ['identity_words', { gender_words: word, ethnicity_received: word }],
    ['death', { source: word, confirmed_by: word }],
    ['protected_whereabouts', { reason: word, ended_at: '2024-02-01T12:00:00Z' }],
    ['limited_access', { reason: word, ended_at: '2024-02-01T12:00:00Z' }],
  ]
  const tables = typed.map(([table]) => table)

  test('another agency reads none of it: not by a table, a page, or a function of pages', async () => {
    const [record_] = await place.look<{ id: string }>(
      'select id from record where person_id = $1 and agency_id = $2',
      [place.people.sam, place.agencies.probation],
    )
    const made = new Map<string, string>()
    for (const [table, facts] of typed) {
      const whole = wholes[table]
      const id = randomUUID()
      made.set(table, id)
      const row: Record<string, unknown> = {
        ...plain[table],
        ...{ id, person_id: place.people.sam, record_id: record_?.id },
        ...{ agency_id: place.agencies.probation, team_id: place.teams.probation },
        ...{ given_by: place.users.priya, categories: ['housing'], starts_on: undefined },
        ...facts,
        ...(whole ? { [whole.column]: made.get(whole.table) } : {}),
        ...(table === 'limited_access' ? { custodian_id: place.users.cass } : {}),
        ...(table === 'involvement' ? { starts_on: '2024-01-01' } : {}),
        ...(table === 'warning' ? { starts_on: '2024-01-01', ended_at: '2024-03-01' } : {}),
        ...(table === 'appointment' ? { starts_at: new Date(Date.now() + 86_400_000) } : {}),
      }
      const given = Object.entries(row).filter(([, value]) => value !== undefined)
      await place.look(
        `insert into ${table} (${given.map(([name]) => name).join(', ')})
         values (${given.map((_, at) => `$${at + 1}`).join(', ')})`,
        given.map(([, value]) => value),
      )
    }
    const open = tables.filter((table) => !/^protected|^limited|^death/.test(table))
    for (const who of ['tom', 'dana'] as const) {
      const said = await everything(who, open)
      expect(said, who).toContain(made.get('contact'))
      expect(said, who).not.toContain(word)
      expect(said, who).not.toContain('"severity": 4')
      for (const table of ['protected_whereabouts', 'limited_access', 'death'])
        await expect(everything(who, [table])).rejects.toThrow()
      const pages = await place.as(
        who,
        ({ db }) => db.$queryRaw`
          select page.overview(${place.people.sam}::uuid)::text,
            page.team(${place.people.sam}::uuid, true)::text,
            page.together(${place.people.sam}::uuid)::text`,
      )
      expect(JSON.stringify(pages), who).not.toContain(word)
      expect(JSON.stringify(pages), who).not.toMatch(/severity\\": 4/)
    }
    const own = await everything('ben', open)
    for (const table of tables) {
      const said = JSON.stringify(typed.find(([name]) => name === table)?.[1])
      if (open.includes(table) && said.includes(word))
        expect(own).toMatch(new RegExp(`^${table}: .*${word}`, 'm'))
    }
  })

  test('what is safety by its nature is given as safety, whatever the app says it is', async () => {
    const { sam } = place.people
    await place.as('priya', ({ db }) =>
      db.adjustment.createMany({
        data: { personId: sam, kind: 'reading', detail: 'Read it out', categories: ['housing'] },
      }),
    )
    const given = await place.look('select categories from adjustment where person_id = $1', [sam])
    expect(given).toEqual([{ categories: ['safety'] }])
  })
})
