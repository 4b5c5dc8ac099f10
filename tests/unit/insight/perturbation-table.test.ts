import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePerturbationTable, writePerturbationCsv } from '@/lib/insight/rules/perturbation-table'
import { chancesOf } from '@/lib/insight/rules/perturbation-row'
import { checkParameters, InfeasibleParameters } from '@/lib/insight/rules/perturbation-parameters'

const folder = '../shared/data/sdc'
const isThere = existsSync(folder)
const skipped = isThere ? '' : ` (skipped: ${folder} is not here)`

const numbersOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number))

describe.skipIf(!isThere)(`published tables${skipped}`, () => {
  test.each([
    { file: 'D2V1', D: 2, V: 1, js: 0, pstay: 0 },
    { file: 'D4V1', D: 4, V: 1, js: 0, pstay: 0 },
    { file: 'D5V2', D: 5, V: 2, js: 0, pstay: 0 },
    { file: 'D5V3js2', D: 5, V: 3, js: 2, pstay: 0 },
    { file: 'D5V3js2_pstay05', D: 5, V: 3, js: 2, pstay: 0.5 },
    { file: 'D8V65js4', D: 8, V: 6.5, js: 4, pstay: 0 },
    { file: 'D10V8js4', D: 10, V: 8, js: 4, pstay: 0 },
  ])('$file is made as published, to 1e-6', ({ file, ...parameters }) => {
    const published = readFileSync(`${folder}/ptable_${file}.csv`, 'utf8')
    const ours = writePerturbationCsv(makePerturbationTable(parameters))
    expect(ours.split('\n')[0]).toBe(published.split('\n')[0])
    const theirs = numbersOf(published)
    const made = numbersOf(ours)
    expect(made.length).toBe(theirs.length)
    made.forEach((row, line) =>
      row.forEach((value, column) =>
        expect(Math.abs(value - (theirs[line]?.[column] ?? NaN))).toBeLessThan(1e-6),
      ),
    )
  })
})

// Made by a general solver (SciPy, SLSQP) from the constraints alone, with no part of this recipe.
test.each([
  [9, 6.25, 4, 1, [0.8391439, 0.0670485, 0.0404483, 0.0244012, 0.0147204, 0.0088804, 0.0053573]],
  [9, 6.25, 4, 3, [0.4082562, 0.551607, 0.0390058, 0.0011179, 0.000013, 0.0000001, 0, 0, 0]],
  [3, 1.05, 0, 2, [0.0657573, 0.2477991, 0.3807173, 0.2384803, 0.0609045, 0.0063415]],
  [
    ...[12, 9.5, 5, 9],
    [
      ...[0.0323887, 0.1434591, 0.1434591, 0.1434591, 0.1434591, 0.1127735, 0.0902708, 0.0678362],
      ...[0.0478576, 0.0316967, 0.0197084, 0.0115044, 0.0063045, 0.0032435, 0.0015666, 0.0007103],
      0.0003024,
    ],
  ],
  [
    ...[7, 4.5, 3, 7],
    [
      ...[0.0059183, 0.1080339, 0.1493021, 0.1756456, 0.1759034, 0.1499604, 0.1088291, 0.0672324],
      ...[0.0353572, 0.0158286, 0.0060322, 0.0019569],
    ],
  ],
] as [number, number, number, number, number[]][])(
  'D %d, V %d, js %d: row %d is what a general solver finds',
  (D, V, js, i, wanted) => {
    const chances = chancesOf(i, { D, V, js, pstay: 0 })
    expect(chances.length).toBe(wanted.length)
    chances.forEach(({ p }, k) => expect(Math.abs(p - (wanted[k] ?? NaN))).toBeLessThan(1e-6))
  },
)

const feasible = fc
  .record({
    D: fc.integer({ min: 1, max: 14 }),
    js: fc.integer({ min: 0, max: 6 }),
    share: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
    pstay: fc.constantFrom(0, 0, 0.3, 0.5, 0.8),
  })
  .map(({ D, js, share, pstay }) => {
    const least = js === 0 ? 0 : Math.floor((js + 1) / 2) * Math.ceil((js + 1) / 2)
    return { D, js, pstay, V: least + share * ((D * (D + 1)) / 3 - least) }
  })
  .filter((parameters) => {
    try {
      checkParameters(parameters)
      return true
    } catch {
      return false
    }
  })

test('every feasible table keeps its promises', () => {
  fc.assert(
    fc.property(feasible, (parameters) => {
      const { D, V, js } = parameters
      const { rows } = makePerturbationTable(parameters)
      expect(rows.length).toBe(js === 0 ? D + 1 : D + js + 2)
      rows.forEach((row, i) => {
        const p = row.map(({ from, to }) => to - from)
        const moment = (power: number) =>
          row.reduce((s, { v }, k) => s + v ** power * (p[k] ?? 0), 0)
        expect(moment(0)).toBeCloseTo(1, 12)
        expect(Math.abs(moment(1))).toBeLessThan(1e-7)
        expect(moment(2)).toBeLessThan(V + 1e-6)
        expect(p.every((chance) => chance >= 0)).toBe(true)
        expect(row.every(({ v, j }) => Math.abs(v) <= D && j >= 0 && j === i + v)).toBe(true)
        expect(i > 0 && row.some(({ j }) => j >= 1 && j <= js)).toBe(false)
        expect(row.at(-1)?.keyBelow).toBe(2 ** 32)
        const bounds = row.map(({ keyBelow }) => keyBelow)
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b))
        if (i > js) {
          const rise = row.flatMap(({ v }, k) => (v <= 0 ? [p[k] ?? 0] : []))
          rise.forEach((chance, k) => expect(chance).toBeGreaterThan((rise[k - 1] ?? 0) - 1e-9))
        }
      })
    }),
    { numRuns: 60, seed: 12 },
  )
})

test('counts above the last row vary by V itself', () => {
  const last = makePerturbationTable({ D: 10, V: 8, js: 4, pstay: 0 }).rows.at(-1) ?? []
  expect(last.reduce((sum, { v, from, to }) => sum + v * v * (to - from), 0)).toBeCloseTo(8, 6)
})

test.each([
  [{ D: 5, V: 2, js: 2, pstay: 0 }, /V must be more than 2/],
  [{ D: 10, V: 6, js: 4, pstay: 0 }, /V must be more than 6/],
  [{ D: 3, V: 8, js: 4, pstay: 0 }, /D must be at least 4/],
  [{ D: 5, V: 11, js: 2, pstay: 0 }, /V can be 10 at most/],
  [{ D: 2.5, V: 1, js: 0, pstay: 0 }, /D is a whole number/],
  [{ D: 0, V: 1, js: 0, pstay: 0 }, /D is a whole number/],
  [{ D: 5, V: NaN, js: 0, pstay: 0 }, /V is a number/],
  [{ D: 5, V: -1, js: 0, pstay: 0 }, /V is a number/],
  [{ D: 5, V: 3, js: -1, pstay: 0 }, /js is a whole number/],
  [{ D: 5, V: 3, js: 2, pstay: 1 }, /pstay is a chance/],
])('%j is refused in words', (parameters, words) => {
  expect(() => makePerturbationTable(parameters)).toThrow(words)
  expect(() => makePerturbationTable(parameters)).toThrow(InfeasibleParameters)
})

test('a chance to stay gives way where the variance could not be reached', () => {
  const free = chancesOf(1, { D: 8, V: 3, js: 0, pstay: 0 })
  expect(chancesOf(1, { D: 8, V: 3, js: 0, pstay: 0.5 })).toEqual(free)
  const held = chancesOf(8, { D: 8, V: 3, js: 0, pstay: 0.5 })
  expect(held.find(({ v }) => v === 0)?.p).toBe(0.5)
})

test('at the terminal a table is printed, and what cannot be is refused with a sentence', () => {
  const run = (...parameters: string[]) =>
    execFileSync('npx', ['tsx', 'scripts/ptable.ts', ...parameters], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
  const printed = run('--D', '9', '--V', '6.25', '--js', '4')
  expect(printed).toMatch(
    /^i,j,p,v,p_int_lb,p_int_ub\n0,0,1.0{10},0,0.0{10},1.0{10}\n1,0,0\.\d{10},/,
  )
  expect(() => run('--D', '9', '--V', '6', '--js', '4')).toThrow(/V must be more than 6/)
  expect(() => run('--D', 'nine', '--V', '6')).toThrow(/--D is a number/)
  expect(() => run('--V', '6')).toThrow(/npm run ptable/)
})
