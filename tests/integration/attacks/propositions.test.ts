import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Two people agree to a paper. What each of them agreed to is what the other agrees to.
let place: WorkingPlace
let paper = ''
beforeAll(async () => {
  place = await workingPlace()
  await place.look(
    `insert into place.service (id, name, status, withheld, needs)
     values ($1, 'Somewhere warm', 'active', false, '{homelessness}')`,
    [randomUUID()],
  )
})
afterAll(() => place.close())

const run = (who: Worker, call: string, values: unknown[]) =>
  place.as(who, async ({ db }) => {
    const [row] = await db.$queryRawUnsafe<{ said: string | null }[]>(
      `select (${call})::text as said`,
      ...values,
    )
    return row?.said ?? ''
  })
const firstAgreed = async () => {
  const rows = await place.look<{ first: boolean; both: boolean }>(
    `select first_at is not null as first, agreed_at is not null as both
     from proposition.paper where id = $1`,
    [paper],
  )
  return rows[0]
}
const pin = (who: Worker) =>
  run(
    who,
    `proposing.pin($1::uuid, 'directory', '{"need": "homelessness"}', 'Services', '', 'us', now()::date)`,
    [paper],
  )

const partner = (sector: string) => ({ name: `One of the ${sector} sector`, sector })

beforeEach(async () => {
  const words = { what: 'A shared desk', partners: [partner('public'), partner('social')] }
  paper = await run('mo', 'proposing.begin($1::jsonb)', [JSON.stringify(words)])
  await run('mo', 'proposing.share($1::uuid)', [paper])
  await pin('mo')
  await run('mo', 'proposing.agree($1::uuid)', [paper])
  expect(await firstAgreed()).toEqual({ first: true, both: false })
})

test('a figure pinned after the first has agreed asks them again', async () => {
  await pin('olu')
  expect(await firstAgreed()).toEqual({ first: false, both: false })
  await run('olu', 'proposing.agree($1::uuid)', [paper])
  expect(await firstAgreed()).toEqual({ first: true, both: false })
})

test('so does a figure that is taken off', async () => {
  const [one] = await place.look<{ id: string }>(
    'select id from proposition.evidence where paper_id = $1',
    [paper],
  )
  await run('olu', 'proposing.take_off($1::uuid)', [one?.id])
  expect(await firstAgreed()).toEqual({ first: false, both: false })
})

test('with nothing changed it is agreed to by the second', async () => {
  await run('olu', 'proposing.agree($1::uuid)', [paper])
  expect(await firstAgreed()).toEqual({ first: true, both: true })
})
