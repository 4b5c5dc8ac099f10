import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Refused } from '@/lib/errors'
import { facetsFrom } from '@/lib/people/matching/facets-from'
import { keysOf } from '@/lib/people/matching/keys'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What a statement of one's own learns of people beyond one's own, and how often.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  const { people, agencies, teams, users } = place
  for (const [table, columns, values] of [
    ['birth', 'year, month, day', `1981, 5, 6`],
    ['identifier', 'type, value, norm, check_state', `'crn', 'X123456', 'X123456', 'ok'`],
  ])
    await place.look(
      `insert into ${table} (id, person_id, record_id, agency_id, team_id, categories, given_by,
         ${columns})
       select gen_random_uuid(), r.person_id, r.id, r.agency_id, $3, '{identity}', $4, ${values}
       from record r where r.person_id = $1 and r.agency_id = $2`,
      [people.alex, agencies.probation, teams.probation, users.priya],
    )
})
afterAll(() => place.close())
beforeEach(() => place.look(`delete from audit_event where kind like 'search-%'`))

type Question = [string[], string[], number | null, number | null, number | null]
const ask = (who: Worker, question: Question) =>
  place.as(who, ({ db }) =>
    db.$queryRawUnsafe(`select people.ask_beyond($1, $2, $3, $4, $5)::text`, ...question),
  )
const answer = (who: Worker, question: Question) =>
  place.as(who, async ({ db }) => {
    const [row] = await db.$queryRawUnsafe<{ known: boolean }[]>(
      `select people.known_beyond($1, $2, $3, $4, $5) as known`,
      ...question,
    )
    return row?.known
  })
const known = async (who: Worker, question: Question) => {
  await ask(who, question)
  return answer(who, question)
}
const byKeys = (keys: string[]): Question => [[], keys, 1981, 5, 6]
const byNumbers = (numbers: string[]): Question => [numbers, [], null, null, null]

test('no key finds somebody but their name’s', async () => {
  const [record] = await place.look<{ id: string }>(
    'select id from record where person_id = $1 and agency_id = $2',
    [place.people.alex, place.agencies.probation],
  )
  const names = keysOf(facetsFrom({ names: [{ text: 'Alex Quaye' }] })).filter((key) =>
    key.startsWith('n:'),
  )
  const others = ['p:ZW75DT', 'pf:ZW75DT/QU', 't:700900321', 'ilocal:ZZ1', 'e:a@example.org']
  for (const key of [...names, ...others])
    await place.look('insert into record_key (record_id, key) values ($1, $2)', [record?.id, key])
  expect(await known('lou', byKeys(names))).toBe(true)
  for (const key of others) expect(await known('lou', byKeys([key])), key).toBe(false)
})

test('none asks about a list of people', async () => {
  const list = [...Array.from({ length: 8 }, (_, n) => `999000000${n}`), 'X123456']
  expect(await known('lou', byNumbers(['X123456']))).toBe(true)
  expect(await known('lou', byNumbers(list))).toBe(false)
})

test('every question counts, and none is answered that could be taken back', async () => {
  await expect(answer('lou', byNumbers(['X123457']))).rejects.toBeInstanceOf(Refused)
  const together = place.as('lou', ({ db }) =>
    db.$queryRawUnsafe(
      `select people.ask_beyond(q, '{}', null, null, null)::text,
         people.known_beyond(q, '{}', null, null, null) from (select $1::text[] offset 0) x(q)`,
      ['X123455'],
    ),
  )
  await expect(together).rejects.toBeInstanceOf(Refused)
  await ask('lou', byNumbers(['X123456']))
  await expect(answer('tom', byNumbers(['X123456']))).rejects.toBeInstanceOf(Refused)
  for (let turn = 1; turn < 30; turn += 1) await ask('lou', byNumbers([`X12345${turn}`]))
  await expect(ask('lou', byNumbers(['X999999']))).rejects.toBeInstanceOf(Refused)
})
