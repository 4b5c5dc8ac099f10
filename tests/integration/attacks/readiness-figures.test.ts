import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SummaryLine } from '@/lib/readiness/queries'
import type { Sector } from '@/lib/readiness/statements'
import { readinessPlace } from '@/tests/support/factories/readiness-place'

// Somebody at a desk with the page of a round and a pencil: what can they work out of few people?
let made: Awaited<ReturnType<typeof readinessPlace>>
beforeAll(async () => {
  made = await readinessPlace()
})
afterAll(() => made.end())

const sorted = (lines: SummaryLine[]) =>
  lines
    .map(({ sector, middle, average, unsure }) => ({ sector, middle, average, unsure }))
    .toSorted((a, b) => String(a.sector).localeCompare(String(b.sector)))

test('is nothing while it is open, and nothing of a group under five afterwards', async () => {
  const round = await made.newRound()
  const [item] = await made.itemsOf(round)
  for (const link of await made.invite(round, 'public', 6))
    await made.links.sendSheet(
      link,
      made.links.newOwnKey(),
      { [item?.id ?? '']: { score: 8, comment: 'Now' } },
      null,
    )
  expect(await made.summary(round)).toEqual([])
  expect(await made.as('commissioner', (s) => made.queries.listWaitingComments(s, round))).toEqual(
    [],
  )
  await made.close(round)
  expect(sorted(await made.summary(round))).toEqual([
    { sector: null, middle: 8, average: 8, unsure: 0 },
    { sector: 'public', middle: 8, average: 8, unsure: null },
  ])
  expect(
    await made.summary(await made.closedWith({ public: [1, 2, 3, 4], lived: [9, 9, 9, 9] })),
  ).toEqual([])
})

test('counts those who do not know apart: four scores of six are too few', async () => {
  expect(await made.summary(await made.closedWith({ public: [5, 5, 5, 5, null, null] }))).toEqual(
    [],
  )
  const five = await made.summary(await made.closedWith({ public: [5, 5, 5, 5, 6, null] }))
  expect(sorted(five)[0]).toMatchObject({ sector: null, middle: 5, unsure: 17 })
})

test('never says that all answered alike at an end', async () => {
  const ends = await made.summary(
    await made.closedWith({ public: [10, 10, 10, 10, 10], lived: [1, 1, 1, 1, 1] }),
  )
  expect(ends.map(({ average }) => average).toSorted()).toEqual([1.5, 5.5, 9.5])
})

// The complement attack: all less those shown are those not shown. Here whatever the few say, what
// is shown stays the same to the last figure, so there is nothing to work out.
test('does not change with anything that a group under five says', async () => {
  const shown = { public: [3, 4, 8, 8, 9, null], social: [2, 2, 5, 7, 7] }
  const few: (number | null)[][] = [
    [1, 1, 1, 1],
    [10, 10, 10, 10],
    [1, 10, 5, 6],
    [7, 7, 7, 2, null],
    [null, null, null, null],
    [9],
  ]
  const alone = sorted(await made.summary(await made.closedWith(shown)))
  expect(alone).toHaveLength(3)
  for (const lived of few) {
    const one = await made.summary(await made.closedWith({ ...shown, lived }))
    expect(sorted(one), `one group: ${lived.join()}`).toEqual(alone)
    const two = await made.summary(await made.closedWith({ ...shown, lived, private: [4, 6] }))
    expect(sorted(two), `two groups: ${lived.join()}`).toEqual(alone)
  }
})

test('says beside no comment whose it is, if that left a few without', async () => {
  const sectorsOf = async (scores: Partial<Record<Sector, number[]>>) => {
    const round = await made.closedWith(scores)
    const waiting = await made.as('commissioner', (s) => made.queries.listWaitingComments(s, round))
    expect(Object.keys(waiting[0] ?? {}).sort()).toEqual(['id', 'item_id', 'words'])
    for (const { id, words } of waiting)
      await made.as('commissioner', (s) => made.commands.decideComment(s, id, words))
    const comments = await made.as('officer', (s) => made.queries.listComments(s, round))
    return [...new Set(comments.map(({ sector }) => String(sector)))].sort()
  }
  const five = [1, 2, 3, 4, 5]
  expect(await sectorsOf({ public: five, social: five })).toEqual(['public', 'social'])
  expect(await sectorsOf({ public: five, social: five, lived: [1, 2] })).toEqual(['null'])
  expect(await sectorsOf({ public: five, lived: [1, 2, 3], social: [1, 2] })).toEqual([
    'null',
    'public',
  ])
})
