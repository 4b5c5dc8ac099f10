import { describe, expect, it } from 'vitest'
import { AreaMap } from '@/components/areas/area-map'
import { bandOf, drawMap, rewind } from '@/lib/areas/map'
import { labelPoint } from '@/lib/areas/rules/geometry'
import type { AreaShape } from '@/lib/areas/schema'
import { markupOf } from './markup'

const square = (x: number, y: number, clockwise = false): AreaShape => {
  const ring = [
    [x, y],
    [x + 0.1, y],
    [x + 0.1, y + 0.1],
    [x, y + 0.1],
    [x, y],
  ] as [number, number][]
  return { type: 'Polygon', coordinates: [clockwise ? ring.reverse() : ring] }
}
const areas = [
  { code: 'A', name: 'Left', shape: square(3, 55) },
  { code: 'B', name: 'Right', shape: square(3.1, 55, true) },
]
const numbers = (d: string) => (d.match(/-?\d*\.?\d+/g) ?? []).map(Number)

describe('drawing a map', () => {
  it('fills the sheet with both areas whichever way their rings run', () => {
    const drawing = drawMap({ areas }, 200, 200, 0)
    for (const { d } of drawing.areas) {
      // A ring wound the wrong way would be the whole globe: the sheet, and a hole in it.
      expect(d.match(/M/g)).toHaveLength(1)
      expect(numbers(d).every((n) => Math.abs(n) <= 200)).toBe(true)
    }
    expect(drawing.areas[0]?.x).toBeLessThan(100)
    expect(drawing.areas[1]?.x).toBeGreaterThan(100)
  })

  it('turns outer rings clockwise and holes the other way', () => {
    const outer = square(3, 55)
    const hole = [
      [3.02, 55.02],
      [3.04, 55.02],
      [3.04, 55.04],
      [3.02, 55.02],
    ] as [number, number][]
    const given: AreaShape = {
      type: 'Polygon',
      coordinates: [...(outer.type === 'Polygon' ? outer.coordinates : []), hole],
    }
    const turned = rewind(given)
    expect(turned.coordinates[0]).toEqual([...(given.coordinates[0] ?? [])].reverse())
    expect(turned.coordinates[1]).toEqual(hole)
  })

  it('writes steps that lead back to where each ring began', () => {
    const [first] = drawMap({ areas }, 333, 217, 3.3).areas
    const [x = 0, y = 0, ...steps] = numbers(first?.d ?? '')
    const sum = (rest: 0 | 1) =>
      steps.reduce((total, step, i) => (i % 2 === rest ? total + step : total), 0)
    expect(x).toBeGreaterThan(0)
    expect(y).toBeGreaterThan(0)
    expect(Math.abs(sum(0))).toBeLessThan(200)
    expect(Math.abs(sum(1))).toBeLessThan(200)
  })

  it('puts a label inside an area shaped like a horseshoe', () => {
    const ring = [
      [0, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
      [0, 0],
    ] as [number, number][]
    const [x, y] = labelPoint({ type: 'Polygon', coordinates: [ring] })
    expect(x > 1 && x < 2 && y > 1).toBe(false)
  })

  it('sorts figures into bands by their limits', () => {
    expect([0, 4, 5, 99, 150].map((v) => bandOf(v, [5, 20, 60, 100, 150]))).toEqual([0, 0, 1, 3, 5])
  })
})

describe('a map on a page', () => {
  const markup = markupOf(
    <AreaMap
      id="needs"
      title="Most people with two or more needs live on the left"
      drawing={drawMap({ areas, outline: square(3, 55) }, 200, 200)}
      figures={[{ code: 'A', value: 3, text: '0 to 4' }]}
      limits={[5, 20, 60, 100, 150]}
      areaHeading="Ward"
      figureHeading="People"
      attribution="Contains nobody’s data"
    />,
  )

  it('says what it finds, has a table behind it, and names whose data it is', () => {
    expect(markup).toContain('aria-labelledby="needs-title needs-words"')
    expect(markup).toContain('Most people with two or more needs live on the left</title>')
    expect(markup).toMatch(/<details.*See as table.*<th scope="row"[^>]*>Left<\/th>/)
    expect(markup).toContain('<figcaption')
    expect(markup).toContain('Contains nobody’s data')
  })

  it('hatches an area it has no figure for', () => {
    expect(markup.match(/fill="url\(#needs-none\)"/g)).toHaveLength(1)
  })

  it('carries no inline style, which the content security policy would refuse', () => {
    expect(markup).not.toContain('style=')
  })
})
