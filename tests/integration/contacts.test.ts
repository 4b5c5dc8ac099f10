import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  correctContact,
  recategoriseContact,
  recordContact,
  withdrawContact,
} from '@/lib/contacts/commands'
import { getContact, getReading, listContactReaders, listNameable } from '@/lib/contacts/queries'
import { contactSchema, type ContactInput } from '@/lib/contacts/schema'
import { NotFound, NotPermitted, Refused, Stale } from '@/lib/errors'
import { openPerson } from '@/lib/people/queries'
import { saved } from '@/lib/saved'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'
import { formAction, post } from '@/tests/support/forms'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const note = (changes: Record<string, unknown> = {}): ContactInput =>
  contactSchema.parse({
    personId: place.people.sam,
    what: 'seen',
    when: 'now',
    words: 'Saw Sam at the office; form done together.',
    audience: 'agreed',
    ...changes,
  })
const record = (who: Worker, changes?: Record<string, unknown>) =>
  place.as(who, (scope) => recordContact(scope, note(changes)))
const read = (who: Worker, id: string) =>
  place.as(who, (scope) => getContact(scope, place.people.sam, id))

describe('recording', () => {
  test('the database fills the header: who, which agency and team, on which record', async () => {
    const id = await record('priya', { place: 'Office', aboutOther: 'His brother rang.' })
    const [row] = await place.look<Record<string, unknown>>(
      `select c.agency_id, c.team_id, c.given_by, c.categories, c.kind, c.outcome, r.agency_id as record_of,
        (select count(*)::int from contact_words w where w.contact_id = c.id) as words,
        (select count(*)::int from contact_place p where p.contact_id = c.id) as places
       from contact c join record r on r.id = c.record_id where c.id = $1`,
      [id],
    )
    expect(row).toEqual({
      agency_id: place.agencies.probation,
      team_id: place.teams.probation,
      given_by: place.users.priya,
      record_of: place.agencies.probation,
      categories: ['justice'],
      kind: 'not_said',
      outcome: 'kept',
      words: 1,
      places: 1,
    })
  })

  test('another agency reads what the agreement lets through, and no more', async () => {
    const shared = await record('priya')
    expect((await read('tom', shared))?.editions).toHaveLength(1)
    const headline = await record('priya', { categories: ['housing'] })
    const seen = await read('tom', headline)
    expect(seen?.kind).toBe('not_said')
    expect(seen?.editions).toEqual([])
    const both = await record('priya', { categories: ['justice', 'mental_health'] })
    expect(await read('tom', both)).toBeNull()
    expect(await read('lou', shared)).toBeNull()
  })

  test('what concerns somebody else stays with the team that wrote it', async () => {
    const id = await record('priya', { aboutOther: 'Kay is ill.' })
    expect((await read('ben', id))?.aboutOther).toBe('Kay is ill.')
    expect((await read('tom', id))?.aboutOther).toBeNull()
  })

  test('the author narrows: my team only, and named people', async () => {
    const team = await record('priya', { audience: 'team' })
    expect(await read('ben', team)).not.toBeNull()
    expect(await read('tom', team)).toBeNull()
    const named = await record('priya', { audience: 'named', readers: [place.users.tom] })
    expect((await read('tom', named))?.editions).toHaveLength(1)
    expect(await read('ben', named)).toBeNull()
  })

  test('a role without the verb, and somebody who does not work with them, are refused', async () => {
    await expect(record('olu')).rejects.toBeInstanceOf(NotPermitted)
    await expect(record('lou')).rejects.toThrow()
    const [count] = await place.look<{ n: number }>(
      'select count(*)::int as n from contact where given_by = any ($1)',
      [[place.users.lou, place.users.olu]],
    )
    expect(count?.n).toBe(0)
  })

  test('a limited worker records words and reads headlines only', async () => {
    await place.look(
      `insert into person_access (id, person_id, viewer, agency_id, ground, opens)
       values (gen_random_uuid(), $1, $2, $3, 'worker', 'shared')`,
      [place.people.sam, `u:${place.users.vi}`, place.agencies.probation],
    )
    const id = await record('vi')
    expect((await read('vi', id))?.editions).toEqual([])
    expect((await read('priya', id))?.editions).toHaveLength(1)
  })

  test('sent twice, it is saved once, and both posts go to the same place', async () => {
    const action = formAction(contactSchema, async (scope, input) =>
      saved(input.personId, 'contact', { of: await recordContact(scope, input) }),
    )
    const values = {
      formKey: randomUUID(),
      personId: place.people.sam,
      what: 'phone',
      when: 'now',
      words: 'Sent twice.',
      audience: 'agreed',
      categories: [],
    }
    const [first, second] = await Promise.all([
      post(place.tokens.priya, action, values),
      post(place.tokens.priya, action, values),
    ])
    expect(first).toHaveProperty('wentTo', expect.stringMatching(/\?saved=contact&of=/))
    expect(second).toEqual(first)
    const [count] = await place.look<{ n: number }>(
      `select count(*)::int as n from contact_words where words = 'Sent twice.'`,
    )
    expect(count?.n).toBe(1)
  })
})

describe('putting right', () => {
  const target = (contactId: string) => ({ personId: place.people.sam, contactId })

  test('a correction adds a version; one made on older words shows both', async () => {
    const id = await record('priya')
    await place.as('priya', (scope) =>
      correctContact(scope, { ...target(id), words: 'Seen at ten.', why: 'wrong time' }, 1),
    )
    const late = place.as('ben', (scope) =>
      correctContact(scope, { ...target(id), words: 'Seen at two.', why: 'my view' }, 1),
    )
    await expect(late).rejects.toBeInstanceOf(Stale)
    await expect(late).rejects.toMatchObject({ theirs: { words: 'Seen at ten.' }, by: 'priya' })
    const editions = async (who: Worker) =>
      (await read(who, id))?.editions.map(({ words }) => words)
    const old = 'Saw Sam at the office; form done together.'
    expect(await editions('ben')).toEqual(['Seen at ten.', old])
    expect(await editions('tom')).toEqual(['Seen at ten.'])
  })

  test('a withdrawal keeps the contact, says why, and ends its being changed', async () => {
    const id = await record('priya')
    const withdraw = () =>
      place.as('ben', (scope) => withdrawContact(scope, { ...target(id), why: 'wrong person' }))
    await withdraw()
    expect((await read('mo', id))?.withdrawnReason).toBe('wrong person')
    await expect(withdraw()).rejects.toBeInstanceOf(Refused)
  })

  test('nobody changes another agency’s contact', async () => {
    const id = await record('priya')
    const take = place.as('tom', (scope) => withdrawContact(scope, { ...target(id), why: 'no' }))
    await expect(take).rejects.toBeInstanceOf(NotFound)
  })

  test('what it is about changes at once, words included, and names who could read it', async () => {
    const id = await record('priya')
    await place.as('tom', (scope) => openPerson(scope, place.people.sam, 'timeline'))
    const change = (audience: 'agreed' | 'team', who: Worker = 'priya') =>
      place.as(who, (scope) =>
        recategoriseContact(scope, { ...target(id), categories: ['mental_health'], audience }),
      )
    await expect(change('team', 'ben')).rejects.toThrow('Only they can open it')
    await change('agreed')
    expect(await read('tom', id)).toBeNull()
    const readers = await place.as('priya', (scope) => listContactReaders(scope, id))
    expect(readers).toMatchObject([{ name: 'tom', agency: 'housing', sawWords: true }])
  })
})

describe('before it is saved: who will see this', () => {
  const ask = (changes: object) =>
    place.as('priya', (scope) =>
      getReading(scope, {
        personId: place.people.sam,
        categories: ['justice'],
        audience: 'agreed',
        readers: [],
        locates: false,
        ...changes,
      }),
    )

  test('as agreed, fewer words for other categories, and the team alone', async () => {
    const agreed = await ask({})
    expect(agreed.summary).toMatch(/^\d people in 3 teams can read these words/)
    const housing = await ask({ categories: ['housing'] })
    expect(housing.summary).toContain('clinic and housing see only that it happened')
    const team = await ask({ audience: 'team' })
    expect([...new Set(team.teams.map(({ team: name }) => name))]).toEqual([
      'probation, probation team',
    ])
    expect(agreed.consequences).toHaveLength(1)
  })

  test('a team that also enforces is said to have to act', async () => {
    const reading = await place.as('tom', (scope) =>
      getReading(scope, {
        personId: place.people.sam,
        categories: ['housing'],
        audience: 'agreed',
        readers: [],
        locates: false,
      }),
    )
    expect(reading.consequences[0]).toBe('probation can read this and may have to act on it.')
  })

  test('named people are told apart, and nobody outside the agreement is offered', async () => {
    const offered = await place.as('priya', (scope) =>
      listNameable(scope, place.people.sam, ['justice']),
    )
    expect(offered.map(({ value }) => value)).not.toContain(place.users.lou)
    const named = await ask({ audience: 'named', readers: [place.users.tom] })
    expect(named.summary).toBe('tom (housing) can read these words.')
  })

  test('words that locate reach the named teams alone while whereabouts are protected', async () => {
    const protect = (on: boolean) =>
      place.as('priya', async ({ db }) => {
        const { sam } = place.people
        await (on
          ? db.$executeRaw`select people.protect_whereabouts(${sam}::uuid, 'safety', '2030-01-01'::date, '{}')`
          : db.$executeRaw`select people.end_protected_whereabouts(${sam}::uuid, 'safe')`)
      })
    await protect(true)
    const reading = await ask({ locates: true })
    expect(reading.summary).toContain('clinic and housing see only that it happened')
    const id = await record('priya', { locates: true })
    expect((await read('tom', id))?.editions).toEqual([])
    await protect(false)
    expect((await read('tom', id))?.editions).toHaveLength(1)
  })
})
