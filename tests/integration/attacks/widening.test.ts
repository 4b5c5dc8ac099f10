import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  correctContact,
  recategoriseContact,
  recordContact,
  withdrawContact,
} from '@/lib/contacts/commands'
import { contactSchema } from '@/lib/contacts/schema'
import { AGENCY_KINDS } from '@/lib/admin/lists'
import { aboutFor } from '@/lib/access/categories'
import { NotFound } from '@/lib/errors'
import { connect } from '@/tests/support/factories/session'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What a colleague would open of somebody else's words, and who would read them then.
let place: WorkingPlace
let admin: Client
beforeAll(async () => {
  place = await workingPlace()
  admin = await connect(place.adminUrl)
  // Vi volunteers with Sam.
  await place.look(
    `insert into person_access (id, person_id, viewer, agency_id, ground, opens)
     values (gen_random_uuid(), $1, $2, $3, 'worker', 'shared')`,
    [place.people.sam, `u:${place.users.vi}`, place.agencies.probation],
  )
})
afterAll(async () => {
  await admin.end()
  await place.close()
})

const readers = ['priya', 'ben', 'mo', 'vi', 'tom', 'dana', 'lou'] as const
type Filed = { categories: string[]; audience: 'agreed' | 'team' | 'named' }
const ways = [['justice'], ['housing'], ['mental_health'], ['housing', 'justice'], ['plan']]
const every = ways.flatMap((categories) =>
  (['agreed', 'team', 'named'] as const).map((audience): Filed => ({ categories, audience })),
)

// Every column of an entry by which a policy decides who reads it.
const decides =
  'categories audience class_id team_id agency_id given_by locates record_id person_id implies_place'

const record = (who: Worker, filed: Filed, changes: object = {}) =>
  place.as(who, (scope) =>
    recordContact(
      scope,
      contactSchema.parse({
        personId: place.people.sam,
        what: 'seen',
        when: 'now',
        words: 'He told me where he sleeps.',
        place: 'The park',
        readers: [place.users.tom],
        ...filed,
        ...changes,
      }),
    ),
  )

const act = (who: Worker) =>
  admin.query(`select set_config('app.session', $1, true)`, [place.tokens[who]])

/** Does something as the app's login would, looks at it, and takes it back. */
async function tried<T>(what: () => Promise<T>): Promise<T> {
  await admin.query('begin')
  try {
    await admin.query(`set local role "${inject('server').roles.app}"`)
    return await what()
  } finally {
    await admin.query('rollback')
  }
}

/** Who reads which parts of a contact now, as `who part`. */
async function readBy(id: string): Promise<string[]> {
  const lines: string[] = []
  for (const who of readers) {
    await act(who)
    const { rows } = await admin.query<{ part: string }>(
      `select 'headline' as part from contact where id = $1
       union all select 'words' from contact_words where contact_id = $1
       union all select 'place' from contact_place where contact_id = $1`,
      [id],
    )
    lines.push(...rows.map(({ part }) => `${who} ${part}`))
  }
  return lines
}

/** What each of them reads more of after somebody filed it so; null when it was refused. */
const opened = (who: Worker, id: string, to: { categories: string[]; audience: string }) =>
  tried(async () => {
    const before = await readBy(id)
    await act(who)
    const sql = 'select work.recategorise_contact($1, $2, $3)'
    try {
      await admin.query(sql, [id, to.categories, to.audience])
    } catch (error) {
      return error instanceof Error ? error.message : 'refused'
    }
    return (await readBy(id)).filter((line) => !before.includes(line))
  })

describe('a colleague files somebody’s words elsewhere', () => {
  test.each(every)('from $categories, $audience: nobody reads more than before', async (was) => {
    const id = await record('priya', was)
    for (const to of [...every, { categories: ['safety'], audience: was.audience }]) {
      for (const who of ['ben', 'mo', 'vi'] as const) {
        const more = await opened(who, id, to)
        if (typeof more !== 'string') expect(more, `${who}: ${to.categories.join()}`).toEqual([])
      }
    }
  })

  test('adding a kind of information protects, and whoever reads it whole may', async () => {
    const id = await record('priya', { categories: ['housing'], audience: 'agreed' })
    const both = { categories: ['housing', 'mental_health'], audience: 'agreed' }
    expect(await opened('ben', id, both)).toEqual([])
    expect(await opened('vi', id, both)).toBe('no such contact')
  })

  test('its author may open it, and nobody makes safety of it, not even they', async () => {
    const id = await record('priya', { categories: ['housing'], audience: 'team' })
    const justice = { categories: ['justice'], audience: 'agreed' }
    expect(await opened('priya', id, justice)).toContain('tom words')
    const safety = { categories: ['safety'], audience: 'team' }
    for (const who of ['priya', 'ben'] as const)
      expect(await opened(who, id, safety)).toContain('given as safety')
    const theirs = { ...justice, audience: 'agreed' as const }
    const both = await record('priya', { categories: ['housing'], audience: 'agreed' })
    const words = { personId: place.people.sam, contactId: both, words: 'By Ben.', why: 'Mine' }
    await place.as('ben', (scope) => correctContact(scope, words, 1))
    expect(await opened('priya', both, theirs)).toContain('Somebody else wrote this, or a part')
  })

  test('nothing but the one function changes what an entry is about or who reads it', async () => {
    const granted = await place.look<{ line: string }>(
      `select table_name || '.' || column_name as line from information_schema.column_privileges
       where grantee = $1 and privilege_type = 'UPDATE'
         and column_name = any (string_to_array($2, ' '))`,
      [inject('server').roles.app, decides],
    )
    expect(granted).toEqual([])
  })
})

describe('what cannot be read whole', () => {
  const target = (contactId: string) => ({ personId: place.people.sam, contactId })

  test('a volunteer withdraws their own contact and no colleague’s with words', async () => {
    const theirs = await record('priya', { categories: ['justice'], audience: 'agreed' })
    const own = await record('vi', { categories: ['justice'], audience: 'agreed' })
    const withdraw = (id: string) =>
      place.as('vi', (scope) => withdrawContact(scope, { ...target(id), why: 'Wrong person' }))
    await expect(withdraw(theirs)).rejects.toBeInstanceOf(NotFound)
    await withdraw(own)
  })

  test('nobody adds to words that are kept from them', async () => {
    const id = await record('priya', { categories: ['justice'], audience: 'agreed' })
    await place.look(`update contact_words set audience = 'named' where contact_id = $1`, [id])
    await expect(
      place.as(
        'ben',
        ({ db }) => db.$executeRaw`
          insert into contact_words (id, person_id, contact_id, edition, words, why)
          values (gen_random_uuid(), ${place.people.sam}::uuid, ${id}::uuid, 2, 'Mine', 'So')`,
      ),
    ).rejects.toThrow()
    await expect(
      place.as('ben', (scope) =>
        recategoriseContact(scope, {
          ...target(id),
          categories: ['justice', 'plan'],
          audience: 'agreed',
        }),
      ),
    ).rejects.toBeInstanceOf(NotFound)
  })
})

describe('what a kind of entry may carry', () => {
  test('the pages offer what the database takes, for every kind of agency', async () => {
    for (const { key: kind } of [...AGENCY_KINDS, { key: 'partnership' }]) {
      const taken = await place.look<{ key: string }>(
        `select key from category where entry.may_carry('contact', array[key], $1)
           and entry.may_carry('need_rating', array[key], $1) order by position`,
        [kind],
      )
      expect(taken, kind).toEqual(aboutFor(kind).map(({ key }) => ({ key })))
    }
  })

  test('what a table is by its nature it may carry', async () => {
    const wrong = await place.look<{ name: string }>(
      `select tgrelid::regclass::text as name from pg_trigger
       cross join lateral (select split_part(encode(tgargs, 'escape'), $1, 1) as is) n
       where tgname = 'a_header' and n.is <> ''
         and not entry.may_carry(tgrelid::regclass::text, array[n.is], 'other')`,
      [String.raw`\000`],
    )
    expect(wrong).toEqual([])
  })

  test.each([['safety'], ['identity'], ['immigration']] as const)(
    'a contact about %s, posted by hand, is refused',
    async (category) => {
      const about = { categories: ['justice'], audience: 'agreed' as const }
      const id = await record('priya', about)
      expect(await opened('priya', id, { ...about, categories: [category, 'justice'] })).toContain(
        'Choose kinds of information',
      )
      await expect(
        place.as(
          'priya',
          ({ db }) => db.$executeRaw`
            insert into contact (id, person_id, categories, happened_on, kind, outcome)
            values (gen_random_uuid(), ${place.people.sam}::uuid, ${[category]}::text[],
              current_date, 'visit', 'kept')`,
        ),
      ).rejects.toThrow('Choose kinds of information')
      await expect(
        place.as(
          'priya',
          ({ db }) => db.$executeRaw`
            insert into need_rating (id, person_id, categories, domain, state, rated_on)
            values (gen_random_uuid(), ${place.people.sam}::uuid, ${[category]}::text[], 'money',
              'none', current_date)`,
        ),
      ).rejects.toThrow('Choose kinds of information')
    },
  )
})
