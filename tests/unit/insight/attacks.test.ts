import { describe, expect, test } from 'vitest'
import { measureAccuracy } from '@/scripts/evaluation/protection/accuracy'
import type { AttackResult } from '@/scripts/evaluation/protection/attack-result'
import { playBreakdowns, playTime } from '@/scripts/evaluation/protection/average'
import {
  playQueries,
  playSlivers,
  playZeroAndOne,
} from '@/scripts/evaluation/protection/disclosure'
import {
  playEqualSets,
  playInsiders,
  playSingleChurn,
} from '@/scripts/evaluation/protection/insiders'
import { marginsBy, membersByAtom } from '@/scripts/evaluation/protection/margins'
import { countedIn, inventPeople, quarters } from '@/scripts/evaluation/protection/population'
import { playReconstruction } from '@/scripts/evaluation/protection/reconstruct'

const people = inventPeople(1200, 'attacks')
const atoms = membersByAtom(people)
const against = (results: AttackResult[], method: string, attack: RegExp) =>
  results.filter((one) => one.method === method && attack.test(one.attack))

test('the population is the size asked for, every quarter, and some of it is new', () => {
  for (let quarter = 0; quarter < quarters; quarter++) {
    expect(countedIn(people, quarter).length).toBe(1200)
    expect(atoms[quarter]?.flat().length).toBe(1200)
  }
  expect(people.length).toBeGreaterThan(2000)
  expect(marginsBy(2).length).toBe(318)
  expect(marginsBy(3).length).toBe(1314)
})

test('no small cell is proved of ours, by sixteen publications together, and many of a rival', async () => {
  const results = await playReconstruction(atoms, { ways: [2], threeWayQuarters: 1, targets: 2 })
  const mine = against(results, 'ours', /./)
  expect(mine.length).toBe(2)
  for (const { trials, exact, narrowestInterval } of mine) {
    expect(trials).toBeGreaterThan(0)
    expect(exact).toBe(0)
    expect(narrowestInterval).toBeGreaterThanOrEqual(3)
  }
  const [rival] = against(results, 'suppressUnder5', /two-way, all sixteen/)
  expect(rival?.exact).toBe(rival?.trials)
})

describe('averaging', () => {
  // Shares guessed rightly, by sqrt(V / (1 + sum of 1/k)) and sqrt(V / releases); four standard
  // deviations of four hundred trials above.
  const above = (share: number) => 400 * share + 4 * Math.sqrt(400 * share * (1 - share))

  test('over breakdowns is at the known curve for keys alone, and stays low within the budget', () => {
    const results = playBreakdowns()
    const [keys] = against(results, 'ours', /over 100 breakdowns; cell keys alone/)
    expect(keys?.exact).toBeLessThan(above(0.8))
    expect(keys?.exact).toBeGreaterThan(200)
    const [whole] = against(results, 'ours', /over 100 breakdowns$/)
    // Six breakdowns in two: standard deviation sqrt(8 / 4).
    expect(whole?.exact).toBeLessThan(above(0.28))
  })

  test('over sixteen quarters is at the known curve for keys alone, and well below it of ours', () => {
    const results = playTime()
    const [keys] = against(results, 'ours', /16 quarters, one of twelve.*; cell keys alone/)
    const [whole] = against(results, 'ours', /16 quarters, one of twelve replaced each quarter$/)
    expect(keys?.exact).toBeLessThan(above(0.52))
    expect(whole?.exact).toBeLessThan(0.85 * (keys?.exact ?? 0))
    const [coming] = against(results, 'ours', /16 quarters, one joining or leaving each quarter$/)
    expect(coming?.exact).toBeLessThan(above(0.15))
  })
})

test('an insider who knows all but one gains less than the bound of a cell', () => {
  const [one] = against(playInsiders(), 'ours', /all but one$/)
  // Half the total variation between n and n + 1 people, at most 0.21 for the open profile; and
  // four standard deviations of a thousand guesses.
  expect(one?.inferenceGain).toBeLessThan(0.21 / 2 + 4 * Math.sqrt(0.24 / 1000))
  expect(one?.exact).toBe(0)
})

test('who leaves tells nothing of ours, and much of keys alone', () => {
  const results = playSingleChurn()
  expect(against(results, 'ours', /person$/)[0]).toMatchObject({ exact: 0, inferenceGain: 0 })
  expect(against(results, 'ours', /keys alone/)[0]?.inferenceGain).toBeGreaterThan(0.4)
})

test('equal sets, slivers and queries by hand prove nothing of ours', async () => {
  expect(against(playEqualSets(), 'ours', /people$/)[0]?.exact).toBe(0)
  const [slivers] = against(await playSlivers(people), 'ours', /./)
  expect(slivers?.narrowestInterval).toBeGreaterThanOrEqual(3)
  expect(playQueries()).toMatchObject({ exact: 0 })
  expect(playQueries().trials).toBeGreaterThan(1000)
})

test('a shown count proves that somebody is there only as often as the table says', () => {
  const [one] = against(playZeroAndOne(people), 'ours', /./)
  expect((one?.exact ?? 0) / (one?.trials ?? 1)).toBeLessThan(0.16)
})

test('cells of twenty and more are within what is promised', () => {
  const [mine] = measureAccuracy(membersByAtom(inventPeople(2000, '1')))
  expect(mine?.method).toBe('ours')
  expect(mine?.cells).toBeGreaterThan(1000)
  expect(mine?.medianRelativeError).toBeLessThanOrEqual(0.035)
  expect(mine?.p90RelativeError).toBeLessThanOrEqual(0.12)
  expect(mine?.wardOrderKept).toBeGreaterThan(0.95)
})
