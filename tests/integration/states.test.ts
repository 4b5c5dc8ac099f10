import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NotFound, NotPermitted, Refused } from '@/lib/errors'
import { openPerson } from '@/lib/people/queries'
import * as states from '@/lib/states/commands'
import { endHarmLink, linkHarm, listHarmLinks } from '@/lib/states/harm'
import { listNameable } from '@/lib/states/offered'
import { namedSchema, whereaboutsSchema } from '@/lib/states/schema'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const sam = () => place.people.sam
const opens = async (who: Worker, person = sam()) =>
  (await place.as(who, (scope) => openPerson(scope, person, 'overview'))) !== null
const sure = () => ({ personId: sam(), reason: 'It is safe now.', sure: true as const })

describe('protected whereabouts', () => {
  const protect = (who: Worker, teams: string[] = []) =>
    place.as(who, (scope) =>
      states.protectWhereabouts(scope, {
        personId: sam(),
        reason: 'She is looked for.',
        teams,
        reviewOn: '2999-01-01',
      }),
    )
  const strip = (who: Worker) =>
    place.as(who, async (scope) => (await openPerson(scope, sam(), 'sharing'))?.strip.protected)

  test('set with named teams, once an agency, and ended by that agency alone', async () => {
    await expect(protect('vi')).rejects.toBeInstanceOf(NotPermitted)
    await protect('priya', [place.teams.housing])
    await expect(protect('ben')).rejects.toThrow('already')
    expect(await strip('tom')).toMatchObject({ named: true })
    expect(await strip('dana')).toMatchObject({ named: false })
    const end = (who: Worker) =>
      place.as(who, (scope) => states.endProtectedWhereabouts(scope, sure()))
    // Who loses by it may ask; who is named may too.
    expect(await end('dana')).toBe(true)
    // Another agency's: it waits for that agency's manager, and is as it was until then.
    expect(await end('tom')).toBe(true)
    expect(await strip('dana')).toMatchObject({ named: false })
    expect(await end('ben')).toBe(false)
    expect(await strip('dana')).toBeNull()
  })

  test('the review lies ahead', () => {
    const input = { personId: sam(), reason: 'x', reviewOn: '2020-01-01' }
    expect(whereaboutsSchema.safeParse(input).error?.issues[0]?.path).toEqual(['reviewOn'])
  })
})

test('a protected name shows each side its own, and is protected once', async () => {
  const protect = () =>
    place.as('priya', (scope) =>
      states.protectName(scope, { personId: sam(), reason: 'Changed for safety' }),
    )
  const names = (who: Worker) =>
    place.as(who, ({ db }) => db.personName.findMany({ where: { personId: sam() } }))
  expect((await names('tom')).length).toBeGreaterThan(1)
  await protect()
  expect(await names('tom')).toHaveLength(1)
  await expect(protect()).rejects.toBeInstanceOf(Refused)
  const end = (who: Worker) =>
    place.as(who, (scope) => states.endProtectedName(scope, { personId: sam(), sure: true }))
  await expect(end('tom')).rejects.toBeInstanceOf(NotFound)
  await end('ben')
  expect((await names('tom')).length).toBeGreaterThan(1)
})

describe('limited access', () => {
  beforeEach(async () => {
    await place.look('update limited_access set ended_at = now() where ended_at is null')
  })
  const limit = (who: Worker, users: Worker[]) =>
    place.as(who, (scope) =>
      states.limitAccess(scope, {
        personId: sam(),
        reason: 'A colleague is related.',
        users: users.map((user) => place.users[user]),
        reviewOn: '2999-01-01',
      }),
    )
  const change = (to: 'add' | 'remove', user: Worker) =>
    place.as('priya', (scope) =>
      states.changeNamed(
        scope,
        namedSchema.parse({
          personId: sam(),
          change: to,
          [to]: place.users[user],
          reason: 'She covers.',
        }),
      ),
    )

  test('only the named open them; the rest meet nobody', async () => {
    const openers = await place.as('priya', (scope) => listNameable(scope, sam()))
    expect(openers.map(({ label }) => label)).toContain('tom, housing')
    await limit('priya', ['tom'])
    expect(await opens('priya')).toBe(true)
    expect(await opens('tom')).toBe(true)
    expect(await opens('ben')).toBe(false)
    expect(await opens('dana')).toBe(false)
    await change('add', 'ben')
    expect(await opens('ben')).toBe(true)
    await change('remove', 'ben')
    expect(await opens('ben')).toBe(false)
    const end = (who: Worker) => place.as(who, (scope) => states.endLimitedAccess(scope, sure()))
    expect(await end('priya')).toBe(true)
    expect(await opens('dana')).toBe(false)
    expect(await end('cass')).toBe(false)
    expect(await opens('dana')).toBe(true)
  })

  test('a role without the verb is refused', async () => {
    await expect(limit('vi', ['tom'])).rejects.toBeInstanceOf(NotPermitted)
    await expect(limit('lou', ['tom'])).rejects.toBeInstanceOf(NotFound)
  })
})

describe('harm links', () => {
  const link = (who: Worker, other: string, confirmed?: string) =>
    place.as(who, (scope) =>
      linkHarm(scope, {
        personId: sam(),
        other,
        sure: confirmed ?? null,
        kind: 'ex_partner',
        detail: null,
      }),
    )

  test('asks once who is meant, and links from the harmed side alone', async () => {
    const { alex } = place.people
    const reference = alex.slice(-6)
    await expect(link('priya', reference)).rejects.toThrow('This is alex Example.')
    await expect(link('priya', reference, 'other')).rejects.toBeInstanceOf(Refused)
    await link('priya', reference, reference)
    await expect(link('priya', reference, reference)).rejects.toThrow('already recorded')
    const links = (person: string) => place.as('priya', (scope) => listHarmLinks(scope, person))
    expect(await links(sam())).toMatchObject([{ who: 'alex Example', own: true }])
    expect(await links(alex)).toEqual([])
    expect(await place.as('tom', (scope) => listHarmLinks(scope, sam()))).toEqual([])
    const [held] = await links(sam())
    const end = (who: Worker) =>
      place.as(who, (scope) =>
        endHarmLink(scope, { personId: sam(), linkId: held?.id ?? '', sure: true }),
      )
    await expect(end('tom')).rejects.toBeInstanceOf(NotFound)
    await end('ben')
    expect(await links(sam())).toEqual([])
  })

  test('somebody one does not work with is answered like nobody', async () => {
    const of = (who: Worker, reference: string) => link(who, reference).catch(String)
    const unknown = await of('tom', 'ffffff')
    expect(await of('tom', place.people.alex.slice(-6))).toBe(unknown)
    expect(await of('tom', place.people.alex)).toBe(unknown)
  })
})

test('a barred worker meets nobody from the next statement', async () => {
  await place.as('priya', (scope) =>
    states.declareConflict(scope, {
      personId: sam(),
      userId: place.users.ben,
      reason: 'related',
    }),
  )
  expect(await opens('ben')).toBe(false)
  expect(await opens('priya')).toBe(true)
})

test('a death is recorded once, and ends our own team’s work today', async () => {
  const { alex } = place.people
  const record = () =>
    place.as('priya', (scope) =>
      states.recordDeath(scope, {
        personId: alex,
        diedOn: null,
        source: 'Her sister',
        confirmedBy: 'The hospital',
        sure: true,
      }),
    )
  await record()
  await expect(record()).rejects.toBeInstanceOf(Refused)
  const rows = await place.look<object>(
    'select end_reason, ends_on is not null as ended from involvement where person_id = $1',
    [alex],
  )
  expect(rows).toEqual([{ end_reason: 'died', ended: true }])
})
