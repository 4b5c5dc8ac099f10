import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMonths, today } from '@/lib/dates'
import { NotFound, NotPermitted, Stale } from '@/lib/errors'
import { endWarning, giveWarning, renewWarning } from '@/lib/warnings/commands'
import { listWarnings } from '@/lib/warnings/queries'
import { renewalSchema, warningSchema } from '@/lib/warnings/schema'
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

const values = (changes: object = {}) => ({
  personId: place.people.sam,
  kind: 'visit',
  headline: 'Visit in pairs',
  evidence: 'Shouted at a visitor on 3 May.',
  told: 'no',
  lapsesOn: addMonths(today(), 6),
  ...changes,
})
const give = (who: Worker, changes?: object) =>
  place.as(who, (scope) => giveWarning(scope, warningSchema.parse(values(changes))))
const seen = async (who: Worker, id: string) => {
  const all = await place.as(who, (scope) => listWarnings(scope, place.people.sam))
  return all.find((one) => one.id === id)
}
const target = (warningId: string) => ({ personId: place.people.sam, warningId })

test('safety reaches everyone who may open the person; what it rests on does not', async () => {
  const id = await give('dana')
  expect(await seen('tom', id)).toMatchObject({ headline: 'Visit in pairs', evidence: null })
  expect(await seen('dana', id)).toMatchObject({ evidence: 'Shouted at a visitor on 3 May.' })
  expect(await seen('lou', id)).toBeUndefined()
})

test('that somebody was at MARAC or is under MAPPA is itself protected', async () => {
  const marac = await give('priya', { kind: 'marac', harmed: 'on' })
  const mappa = await give('priya', { kind: 'mappa' })
  expect(await seen('tom', marac)).toBeUndefined()
  expect(await seen('tom', mappa)).toBeDefined()
  expect(await seen('ben', marac)).toBeDefined()
  const unsaid = warningSchema.safeParse(values({ kind: 'marac' }))
  expect(unsaid.error?.issues[0]?.path).toEqual(['harmed'])
})

test('it lapses within six months, and says when somebody was told', () => {
  const wrong = (changes: object) =>
    warningSchema.safeParse(values(changes)).error?.issues[0]?.message
  expect(wrong({ lapsesOn: addMonths(today(), 7) })).toBe(
    'The day it lapses must be within 6 months',
  )
  expect(wrong({ told: 'yes', toldOn: '2999-01-01' })).toMatch(/must be today or in the past$/)
  expect(wrong({ told: 'yes' }), 'left empty: today').toBeUndefined()
  expect(wrong({})).toBeUndefined()
})

test('renewing ends the old one, and points back to it', async () => {
  const old = await give('priya')
  const { kind: _kind, ...said } = values({
    ...target(old),
    headline: 'Visit in pairs, ring first',
  })
  const input = renewalSchema.parse(said)
  const renewed = await place.as('ben', (scope) => renewWarning(scope, input))
  expect((await seen('tom', old))?.endedReason).toBe('Renewed')
  expect(await seen('tom', renewed)).toMatchObject({ kind: 'visit', stands: true })
  const [row] = await place.look<{ renewed_from: string }>(
    'select renewed_from from warning where id = $1',
    [renewed],
  )
  expect(row?.renewed_from).toBe(old)
  const again = place.as('priya', (scope) => renewWarning(scope, input))
  await expect(again).rejects.toBeInstanceOf(Stale)
})

test('it is ended once, with why, and by its own agency alone', async () => {
  const id = await give('priya')
  const end = (who: Worker, why: string) =>
    place.as(who, (scope) => endWarning(scope, { ...target(id), why }))
  await expect(end('tom', 'not ours')).rejects.toBeInstanceOf(NotFound)
  await end('ben', 'moved away')
  await expect(end('priya', 'no longer so')).rejects.toMatchObject({
    theirs: { why: 'moved away' },
  })
})

test('a role without the verb is refused; sent twice it is one warning', async () => {
  await expect(give('vi')).rejects.toBeInstanceOf(NotPermitted)
  const action = formAction(warningSchema, async (scope, input) => {
    await giveWarning(scope, input)
    return '/saved'
  })
  const once = { ...values({ headline: 'Dog: ring first' }), formKey: randomUUID() }
  for (let times = 0; times < 2; times += 1)
    expect(await post(place.tokens.priya, action, once)).toEqual({ wentTo: '/saved' })
  expect(await place.look(`select 1 from warning where headline = 'Dog: ring first'`)).toHaveLength(
    1,
  )
})
