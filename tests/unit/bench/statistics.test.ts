import { expect, test } from 'vitest'
import { report } from '@/scripts/bench/report'
import type { Measured, Run } from '@/scripts/bench/results'
import { interval, median, quantile } from '@/scripts/bench/statistics'

test('quantiles lie between the values they fall between', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(quantile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48)
})

test('an interval holds its median, is narrow for steady rounds and wide for unsteady ones', () => {
  const steady = interval([1.4, 1.41, 1.39, 1.4, 1.4, 1.42, 1.38])
  const unsteady = interval([1, 2, 1.1, 1.9, 1.2, 1.8, 1.4])
  expect(steady.low).toBeLessThanOrEqual(1.4)
  expect(steady.high).toBeGreaterThanOrEqual(1.4)
  expect(steady.high - steady.low).toBeLessThan(0.05)
  expect(unsteady.high - unsteady.low).toBeGreaterThan(0.4)
  expect(interval([1, 2, 3, 4, 5, 6, 7])).toEqual(interval([1, 2, 3, 4, 5, 6, 7]))
})

const side = { p50: 10, p95: 20, node: 1, postgres: 2 }
const job = (key: string, low: number, mid: number, high: number): Measured => ({
  ...{ key, job: 'A job', target: 1.5, turns: 10, rounds: 9, ours: side, floor: side },
  ratio: { median: mid, low, high },
  cpuRatio: { median: 1, low: 1, high: 1 },
})
const run = (people: number, jobs: Measured[]): Run => ({
  on: '2026-11-24',
  made: { people, contacts: people * 20, took: { people: 1 } },
  sizeMb: 100,
  machine: {
    ...{ processor: 'one', cores: 2, memoryGb: 4, system: 'Linux', node: '20', postgres: '18' },
    load: [0, 1],
  },
  jobs,
})

test('a target is met or missed only when the whole interval says so', () => {
  const jobs = [job('W1', 1, 1.2, 1.4), job('W2', 1.2, 1.4, 1.6), job('W4', 1.6, 2, 2.4)]
  const text = report([run(10_000, jobs)])
  expect(text).toMatch(/W1 .*\| met \|/)
  expect(text).toMatch(/W2 .*\| not shown \|/)
  expect(text).toMatch(/W4 .*\| missed by 0\.50 \|/)
  expect(text).toContain('Only one size')
})

test('growth is told from the smallest size to each other', () => {
  const small = run(10_000, [job('W1', 1, 1, 1)])
  const larger = run(1_000_000, [{ ...job('W1', 1, 1, 1), ours: { ...side, p50: 12 } }])
  expect(report([larger, small])).toMatch(/\| W1 A job \| 1\.20, processor 1\.00 \|/)
})
