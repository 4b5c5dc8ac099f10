import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NotFound, NotPermitted, Refused } from '@/lib/errors'
import { rateNeed, recordAssessment } from '@/lib/needs/commands'
import { NDTA_ITEMS } from '@/lib/needs/ndta'
import { NDTA_ANCHORS } from '@/lib/needs/ndta-anchors-data'
import { listAssessments, listRatings } from '@/lib/needs/queries'
import { itemField } from '@/lib/needs/ndta'
import { assessmentSchema, ratingSchema, withdrawnSchema } from '@/lib/needs/schema'
import { getWithdrawable, withdrawEntry } from '@/lib/needs/withdrawing'
import { openOverview } from '@/lib/people/queries'
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

const rating = (changes: object = {}) =>
  ratingSchema.parse({
    personId: place.people.sam,
    domain: 'homelessness',
    state: 'current',
    severity: '3',
    trend: 'worse',
    note: 'Sleeping in his car.',
    ...changes,
  })
const rate = (who: Worker, changes?: object) =>
  place.as(who, (scope) => rateNeed(scope, rating(changes)))
const seen = async (who: Worker, id: string) => {
  const all = await place.as(who, (scope) => listRatings(scope, place.people.sam))
  return all.find((one) => one.id === id)
}

describe('rating a need', () => {
  test('a rating is about its own need, whoever gives it', async () => {
    const id = await rate('priya')
    const rows = await place.look<object>(
      `select r.agency_id, r.given_by, r.categories, g.severity, g.categories as of_grade
       from need_rating r join need_grade g on g.need_rating_id = r.id where r.id = $1`,
      [id],
    )
    expect(rows).toEqual([
      {
        agency_id: place.agencies.probation,
        given_by: place.users.priya,
        categories: ['housing'],
        severity: 3,
        of_grade: ['housing'],
      },
    ])
  })

  test('at headline another agency sees that it is recorded, not how severe nor why', async () => {
    const id = await rate('priya')
    expect((await seen('ben', id))?.note).toBe('Sleeping in his car.')
    expect(await seen('ben', id)).toMatchObject({ severity: 3, trend: 'worse' })
    const headline = { state: 'current', severity: null, trend: null, note: null }
    expect(await seen('tom', id)).toMatchObject(headline)
    expect(await seen('tom', await rate('priya', { domain: 'mental_health' }))).toBeUndefined()
  })

  test('a safeguarding rating is about what its team’s entries are, and no safety', async () => {
    const id = await rate('priya', { domain: 'safeguarding', note: 'A neighbour takes his money.' })
    expect(await seen('dana', id)).toMatchObject({ state: 'current' })
    const [one] = await place.look<{ categories: string[] }>(
      'select categories from need_rating where id = $1',
      [id],
    )
    expect(one?.categories).toEqual(['justice'])
    const [note] = await place.look<{ categories: string[] }>(
      'select categories from need_note where need_rating_id = $1',
      [id],
    )
    expect(note?.categories).toEqual(['justice'])
  })

  test('the person’s own view stands beside the worker’s, and never in its place', async () => {
    const theirs = await rate('priya', { severity: '2' })
    const own = await rate('priya', { voice: 'person', severity: '1', note: 'I manage.' })
    const notes = { byPerson: true, severity: 1, note: 'I manage.', own: true }
    expect(await seen('priya', own)).toMatchObject(notes)
    expect(await seen('tom', own)).toMatchObject({ byPerson: true, severity: null, note: null })
    for (const who of ['priya', 'tom'] as const) {
      const page = await place.as(who, (scope) => openOverview(scope, place.people.sam))
      const needs = page?.overview.needs.filter(({ domain }) => domain === 'homelessness') ?? []
      expect(needs.map(({ id, byPerson }) => [id, byPerson]).sort()).toEqual(
        [
          [theirs, false],
          [own, true],
        ].sort(),
      )
    }
  })

  test('a rating is the worker’s view unless it says otherwise, in the database too', async () => {
    expect(rating().voice).toBe('worker')
    expect(await seen('priya', await rate('priya'))).toMatchObject({ byPerson: false })
    for (const state of ['not_known', 'not_asked']) {
      const wrong = ratingSchema.safeParse({ ...rating(), voice: 'person', state })
      expect(wrong.error?.issues[0]?.path).toEqual(['voice'])
      const data = { personId: place.people.sam, domain: 'learning', ratedOn: new Date(), state }
      const give = (voice: string) =>
        place.as('priya', (scope) => scope.db.needRating.createMany({ data: { ...data, voice } }))
      await expect(give('worker')).resolves.toEqual({ count: 1 })
      await expect(give('person')).rejects.toThrow()
    }
  })

  test('what is not a need now carries no severity', async () => {
    const id = await rate('priya', { state: 'none', severity: '4', note: '' })
    expect(await seen('priya', id)).toMatchObject({ state: 'none', severity: null, trend: null })
  })

  test('the schema asks how far it gets in the way, and which way the harm goes', () => {
    const missing = (changes: object) =>
      ratingSchema.safeParse({ ...rating(), ...changes }).error?.issues[0]?.path[0]
    expect(missing({ severity: '' })).toBe('severity')
    expect(missing({ domain: 'domestic_abuse' })).toBe('direction')
    expect(missing({ domain: 'domestic_abuse', direction: 'harmed_by' })).toBeUndefined()
  })

  test('a role without the verb is refused; sent twice it is one rating', async () => {
    await expect(rate('vi')).rejects.toBeInstanceOf(NotPermitted)
    const action = formAction(ratingSchema, async (scope, input) => {
      await rateNeed(scope, input)
      return '/saved'
    })
    const values = {
      formKey: randomUUID(),
      personId: place.people.sam,
      domain: 'work',
      state: 'not_known',
    }
    for (let times = 0; times < 2; times += 1)
      expect(await post(place.tokens.priya, action, values)).toEqual({ wentTo: '/saved' })
    const rows = await place.look(`select 1 from need_rating where domain = 'work'`)
    expect(rows).toHaveLength(1)
  })
})

describe('an assessment', () => {
  const scored = (pick: 'first' | 'last') =>
    Object.fromEntries(
      NDTA_ITEMS.map(({ item, scores }) => [
        itemField(item),
        String(pick === 'first' ? scores[0] : scores[4]),
      ]),
    )
  const record = (who: Worker, items: object) =>
    place.as(who, (scope) =>
      recordAssessment(
        scope,
        assessmentSchema.parse({ personId: place.people.sam, assessedOn: '2026-01-05', ...items }),
      ),
    )

  test('ten items and their total, 0 to 48', async () => {
    await record('priya', scored('last'))
    const id = await record('priya', scored('first'))
    const all = await place.as('priya', (scope) => listAssessments(scope, place.people.sam))
    expect(all.map(({ total }) => total).sort()).toEqual([0, 48])
    expect(all.find((one) => one.id === id)?.items).toHaveLength(10)
  })

  test('it is protected as what it tells: an agency without those categories sees none', async () => {
    await record('priya', scored('first'))
    expect(await place.as('tom', (scope) => listAssessments(scope, place.people.sam))).toEqual([])
  })

  test('each score has words, items 4 and 5 count double, and nothing else is accepted', () => {
    for (const { item, scores } of NDTA_ITEMS) {
      expect(NDTA_ANCHORS[item]).toHaveLength(scores.length)
      expect(new Set(NDTA_ANCHORS[item]).size).toBe(scores.length)
    }
    const odd = { personId: place.people.sam, ...scored('first'), [itemField(4)]: '3' }
    expect(assessmentSchema.safeParse(odd).success).toBe(false)
  })
})

describe('what was given by mistake', () => {
  const about = (kind: 'rating' | 'assessment', entryId: string) =>
    withdrawnSchema.parse({ personId: place.people.sam, kind, entryId, why: 'wrong_person' })
  const withdraw = (who: Worker, kind: 'rating' | 'assessment', id: string) =>
    place.as(who, (scope) => withdrawEntry(scope, about(kind, id)))
  const needsOf = async (who: Worker) =>
    (await place.as(who, (scope) => openOverview(scope, place.people.sam)))?.overview.needs ?? []

  test('a rating is taken back: ours alone, marked, and the one before it counts again', async () => {
    const before = await rate('priya', { domain: 'justice', state: 'past', severity: '' })
    const wrong = await rate('priya', { domain: 'justice' })
    expect((await needsOf('tom')).find(({ domain }) => domain === 'justice')?.id).toBe(wrong)
    await expect(withdraw('vi', 'rating', wrong)).rejects.toBeInstanceOf(NotPermitted)
    await expect(withdraw('tom', 'rating', wrong)).rejects.toBeInstanceOf(NotFound)
    await withdraw('ben', 'rating', wrong)
    for (const who of ['tom', 'priya'] as const)
      expect((await needsOf(who)).find(({ domain }) => domain === 'justice')?.id).toBe(before)
    expect(await seen('tom', wrong)).toBeUndefined()
    expect(await seen('priya', wrong)).toMatchObject({ withdrawnWhy: 'wrong_person', own: true })
    const parts = (scope: Parameters<typeof listRatings>[0]) =>
      scope.db.needGrade.count({ where: { needRatingId: wrong } })
    expect(await place.as('tom', parts)).toBe(0)
    expect(await place.as('priya', parts)).toBe(1)
    await expect(withdraw('priya', 'rating', wrong)).rejects.toBeInstanceOf(Refused)
    const page = (who: Worker, id: string) =>
      place.as(who, (scope) => getWithdrawable(scope, about('rating', id)))
    expect(await page('priya', wrong)).toBeNull()
    expect(await page('tom', before)).toBeNull()
    expect(await page('priya', before)).not.toBeNull()
  })

  test('taken back it stays so, as and when it was, by hand too', async () => {
    const id = await rate('priya', { domain: 'money' })
    await withdraw('priya', 'rating', id)
    const change = (data: object) =>
      place.as('priya', (scope) => scope.db.needRating.updateMany({ where: { id }, data }))
    await change({ withdrawnAt: null, withdrawnWhy: null })
    await change({ withdrawnWhy: 'mistake' })
    expect(await seen('priya', id)).toMatchObject({ withdrawnWhy: 'wrong_person' })
    expect((await seen('priya', id))?.withdrawnAt).toBeInstanceOf(Date)
    await expect(change({ state: 'none' })).rejects.toThrow()
  })

  test('an assessment is taken back with its items', async () => {
    const scores = Object.fromEntries(NDTA_ITEMS.map(({ item }) => [itemField(item), '2']))
    const id = await place.as('priya', (scope) =>
      recordAssessment(scope, assessmentSchema.parse({ personId: place.people.sam, ...scores })),
    )
    const all = (who: Worker) => place.as(who, (scope) => listAssessments(scope, place.people.sam))
    expect((await all('priya')).map((one) => one.id)).toContain(id)
    await withdraw('priya', 'assessment', id)
    expect((await all('priya')).map((one) => one.id)).not.toContain(id)
    await expect(withdraw('priya', 'assessment', id)).rejects.toBeInstanceOf(Refused)
  })
})
