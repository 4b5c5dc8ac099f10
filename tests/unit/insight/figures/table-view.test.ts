import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { drawBars } from '@/lib/insight/drawing/draw-bars'
import { drawAreaMap, limitsFor } from '@/lib/insight/drawing/draw-area-map'
import { drawUpset } from '@/lib/insight/drawing/draw-upset'
import { breakLines, type Drawing } from '@/lib/insight/drawing/shapes'
import { colours, writeSvg } from '@/lib/insight/drawing/write-svg'
import { drawMap } from '@/lib/areas/map'
import { listAreaFigures } from '@/lib/insight/area-figures'
import { tableOf, type Table } from '@/lib/insight/programme'
import { layTable } from '@/lib/insight/table-view'
import { listCombinations, pickCommonest } from '@/lib/insight/upset'
import { areas, cellsOf, keyOf } from './published'

const declared = (key: string): Table => {
  const table = tableOf(key)
  if (!table) throw new Error(key)
  return table
}
const viewOf = (key: string, values: Record<string, number | null>) =>
  layTable(declared(key), cellsOf(values), areas)
const textsOf = ({ shapes }: Drawing) =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))

describe('a table as it is read', () => {
  test('has the declared rows and columns, whatever was read', () => {
    const view = viewOf('core_by_sex', { 'female/3': 12, 'unheard of/3': 99, 'female/total': 40 })
    expect(view.rows.map(({ key }) => key)).toEqual(['female', 'male', 'not_known'])
    expect(view.columns.map(({ key }) => key)).toEqual(['0', '1', '2', '3', 'total'])
    expect(view.rows[0]?.values).toEqual([0, 0, 0, 12, 40])
    expect(JSON.stringify(view)).not.toContain('99')
  })

  test('has a margin only where one was published', () => {
    expect(viewOf('needs', { 'money/current': 5 }).columns.map(({ key }) => key)).not.toContain(
      'total',
    )
    const rows = viewOf('several_by_ward', { 'total/yes': 90, 'W01/yes': 9 }).rows
    expect(rows.map(({ label }) => label)).toEqual([...areas.map(({ name }) => name), 'Whole city'])
  })

  test('of a ward table without a variable has people in one column', () => {
    const view = viewOf('people', { W01: 40, total: 90 })
    expect(view.columns).toHaveLength(1)
    expect(view.rows.map(({ values }) => values)).toEqual([[40], [0], [0], [90]])
  })
})

describe('drawn figures', () => {
  test('bars bear every figure as it may be shown', () => {
    const drawing = drawBars(viewOf('number', { '0': 40, '1': 0, '2': null }), 'open')
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['40', '0 to 4', 'withheld']))
    const bars = drawing.shapes.filter(({ kind }) => kind === 'rect')
    expect(bars).toHaveLength(1)
  })

  test('an UpSet chart has a bar and six dots for each combination, longest first', () => {
    const commonest = pickCommonest(
      listCombinations(
        cellsOf({ [keyOf('homelessness', 'money')]: 90, [keyOf('justice', 'money')]: 30 }),
      ),
    )
    for (const size of ['wide', 'narrow'] as const) {
      const { shapes, width } = drawUpset(commonest, 'open', size)
      expect(shapes.filter(({ kind }) => kind === 'circle')).toHaveLength(12)
      const ink = shapes.filter((shape) => shape.kind === 'circle' && shape.fill === 'ink')
      expect(ink).toHaveLength(4)
      const heights = shapes.flatMap((one) =>
        one.kind === 'rect' && !['paper', 'card'].includes(one.fill) ? [one.height] : [],
      )
      expect(heights[0]).toBeCloseTo((heights[1] ?? 0) * 3)
      for (const shape of shapes) if ('x' in shape) expect(shape.x).toBeLessThanOrEqual(width)
    }
  })

  test('a ward that is withheld has no shade and no figure on the map', () => {
    const view = viewOf('several_by_ward', { 'W01/yes': 165, 'W02/yes': null })
    const figures = listAreaFigures(view, 'yes', 'open')
    expect(figures.map(({ text }) => text)).toEqual(['165', 'withheld', '0 to 4'])
    const square = (x: number) => ({
      type: 'Polygon' as const,
      coordinates: [
        [
          [x, 55],
          [x + 0.1, 55],
          [x + 0.1, 55.1],
          [x, 55.1],
          [x, 55],
        ] as [number, number][],
      ],
    })
    const map = drawMap(
      { areas: areas.map((area, at) => ({ ...area, shape: square(3 + at / 10) })) },
      300,
      100,
    )
    const drawing = drawAreaMap(map, figures, limitsFor(figures))
    expect(textsOf(drawing)).toEqual(['165', '', '0 to 4'])
    const grounds = drawing.shapes.flatMap((one) => (one.kind === 'path' ? [one.fill] : []))
    expect(grounds).toEqual(['act-deep', 'line', 'act'])
  })

  test('limits are round and even, and the greatest figure is in one of the last bands', () => {
    for (let value = 6; value < 9000; value += 7) {
      expect(limitsFor([{ value }])[2], String(value)).toBeLessThanOrEqual(value)
    }
    expect(limitsFor([{ value: 165 }])).toEqual([30, 60, 90, 120, 150])
    expect(limitsFor([{ value: 59 }])).toEqual([10, 20, 30, 40, 50])
    expect(limitsFor([{ value: 60 }, { value: null }])).toEqual([15, 30, 45, 60, 75])
    expect(limitsFor([{ value: 50_000 }])[4]).toBeLessThanOrEqual(50_000)
    expect(limitsFor([])).toEqual([1, 2, 3, 4, 5])
  })
})

describe('a picture as a file', () => {
  const drawing = drawBars(viewOf('number', { '0': 40 }), 'open')
  const svg = writeSvg(drawing, 'A & B <c>', ['How to "quote" it'])

  test('stands alone: no script, no style sheet, nothing fetched, all words escaped', () => {
    expect(svg).not.toMatch(/<script|<style|<image|href=|class=|url\(|on\w+=/)
    expect(svg).toContain('<title>A &amp; B &lt;c&gt;</title>')
    expect(svg.match(/<(svg|g|title|desc|text)[\s>]/g)?.length).toBe(
      svg.match(/<\/(svg|g|title|desc|text)>/g)?.length,
    )
    expect(svg).toContain('>40</text>')
  })

  test('has the colours of the theme', () => {
    const theme = readFileSync(new URL('../../../../app/theme.css', import.meta.url), 'utf8')
    for (const [name, colour] of Object.entries(colours)) {
      expect(theme).toContain(`--color-${name}: ${colour};`)
    }
  })

  test('breaks lines between words', () => {
    expect(breakLines('Mixed or multiple ethnic groups', 18)).toEqual([
      'Mixed or multiple',
      'ethnic groups',
    ])
  })
})
