import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { isInShape, shapeArea, signedRingArea } from '@/lib/areas/rules/geometry'
import { ageBands } from '@/lib/areas/schema'
import { landmarkOf } from '@/prisma/practice/city/landmarks'
import { makeCity, wrenfordSeed } from '@/prisma/practice/city/make-city'
import { makeRandom } from '@/prisma/practice/city/random'
import type { City, CityShape } from '@/prisma/practice/city/types'

// Making a city takes a second; on a machine that is busy, several.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const city = makeCity(wrenfordSeed)
const ringsOf = (shape: CityShape) =>
  shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
const layers = (c: City) => ({
  'small areas': c.smallAreas.map((a) => a.shape),
  'middle areas': c.middleAreas.map((a) => a.shape),
  wards: c.wards.map((a) => a.shape),
  'best-fit wards': c.wards.map((a) => a.bestFitShape),
})

describe('the invented city', () => {
  it('comes out the same twice, and differs with the seed', () => {
    const print = (c: City) => createHash('sha256').update(JSON.stringify(c)).digest('hex')
    expect(print(makeCity(wrenfordSeed))).toBe(print(city))
    expect(print(makeCity(7))).not.toBe(print(city))
  })

  it('has 200 small areas, 40 middle areas and 18 wards, each with its own code and name', () => {
    expect([city.smallAreas.length, city.middleAreas.length, city.wards.length]).toEqual([
      200, 40, 18,
    ])
    for (const list of [city.smallAreas, city.middleAreas, city.wards]) {
      expect(new Set(list.map((a) => a.code)).size).toBe(list.length)
      expect(new Set(list.map((a) => a.name)).size).toBe(list.length)
    }
  })

  it('cannot be taken for a real place', () => {
    // A code of the Office for National Statistics: one letter, eight figures.
    for (const area of [...city.smallAreas, ...city.middleAreas, ...city.wards]) {
      expect(area.code).not.toMatch(/^[A-Z]\d{8}$/)
    }
    // The Dogger Bank: every corner lies over open sea, well east of England's 1.77 degrees.
    for (const [lon, lat] of city.outline.coordinates.flat()) {
      expect(lon).toBeGreaterThan(2.3)
      expect(lon).toBeLessThan(2.7)
      expect(lat).toBeGreaterThan(54.9)
      expect(lat).toBeLessThan(55.1)
    }
  })
})

describe.each([wrenfordSeed, 7])('the areas of seed %i', (seed) => {
  let made: City
  beforeAll(() => {
    made = makeCity(seed)
  })

  it('fill the outline with neither gap nor overlap, in every layer', () => {
    const whole = shapeArea(made.outline)
    for (const [layer, shapes] of Object.entries(layers(made))) {
      const sum = shapes.reduce((total, shape) => total + shapeArea(shape), 0)
      expect(Math.abs(sum - whole) / whole, layer).toBeLessThan(1e-6)
    }
  })

  it('share every border: each stretch is walked once each way, or once along the outline', () => {
    for (const [layer, shapes] of Object.entries(layers(made))) {
      const walked = new Map<string, number>()
      for (const ring of [...shapes, made.outline].flatMap(ringsOf)) {
        // The outline is walked backwards, as the world outside the city.
        const line = ring === made.outline.coordinates[0] ? [...ring].reverse() : ring
        line.slice(1).forEach((to, i) => {
          const step = `${String(line[i])}>${String(to)}`
          walked.set(step, (walked.get(step) ?? 0) + 1)
        })
      }
      const odd = [...walked].filter(([step, times]) => {
        const [from, to] = step.split('>')
        return times !== 1 || walked.get(`${to}>${from}`) !== 1
      })
      expect(odd, layer).toEqual([])
    }
  })

  it('hold three hundred random points once each, small areas inside their middle areas', () => {
    const random = makeRandom(3)
    const middle = new Map(made.middleAreas.map((a) => [a.code, a.shape]))
    let tried = 0
    while (tried < 300) {
      const point = [random.between(2.38, 2.62), random.between(54.93, 55.07)]
      if (!isInShape(point, made.outline)) continue
      tried += 1
      const small = made.smallAreas.filter((a) => isInShape(point, a.shape))
      expect(small).toHaveLength(1)
      expect(made.wards.filter((a) => isInShape(point, a.shape))).toHaveLength(1)
      const [only] = small
      const parent = middle.get(only?.middleCode ?? '')
      expect(parent && isInShape(point, parent)).toBe(true)
    }
  })

  it('wind as RFC 7946 asks and close their rings', () => {
    for (const shape of Object.values(layers(made)).flat()) {
      for (const ring of ringsOf(shape)) expect(ring[0]).toEqual(ring[ring.length - 1])
      const [outer] = ringsOf(shape)
      expect(signedRingArea(outer ?? [])).toBeGreaterThan(0)
    }
  })

  it('keep every postcode inside the small area it is counted in', () => {
    const shapes = new Map(made.smallAreas.map((a) => [a.code, a.shape]))
    const outside = made.postcodes.filter((p) => {
      const shape = shapes.get(p.smallCode)
      return !shape || !isInShape([p.lon, p.lat], shape)
    })
    expect(outside).toEqual([])
  })

  it('put each label inside its area', () => {
    for (const area of [...made.smallAreas, ...made.middleAreas, ...made.wards]) {
      expect(isInShape(area.centre, area.shape), area.code).toBe(true)
    }
  })
})

describe('the people of the city', () => {
  const total = (list: { residents: number }[]) => list.reduce((sum, a) => sum + a.residents, 0)

  it('are about 310,000, in areas of the size that the census draws', () => {
    expect(Math.abs(total(city.smallAreas) - 310_000)).toBeLessThan(500)
    for (const area of city.smallAreas) {
      expect(area.residents).toBeGreaterThanOrEqual(800)
      expect(area.residents).toBeLessThanOrEqual(3000)
    }
  })

  it('add up: by age and sex to their area, by postcode to their area', () => {
    const byArea = new Map<string, number>()
    for (const p of city.postcodes) {
      byArea.set(p.smallCode, (byArea.get(p.smallCode) ?? 0) + p.residents)
    }
    for (const area of city.smallAreas) {
      expect(area.population).toHaveLength(2 * ageBands.length)
      expect(area.population.reduce((sum, p) => sum + p.count, 0)).toBe(area.residents)
      expect(byArea.get(area.code)).toBe(area.residents)
    }
  })

  it('live in wards that nest mostly, not wholly: most people of an area, some areas split', () => {
    const split = city.smallAreas.filter((a) => a.wardShare < 1)
    expect(split.length).toBeGreaterThanOrEqual(20)
    expect(split.length).toBeLessThanOrEqual(80)
    expect(new Set(city.smallAreas.map((a) => a.wardCode)).size).toBe(18)
  })

  it('are poorer in some parts than others, and neighbours are alike', () => {
    const ranks = city.smallAreas.map((a) => a.deprivation.rank)
    expect(new Set(ranks).size).toBe(200)
    const poorest = city.smallAreas.filter((a) => a.deprivation.decile === 1).length
    expect(poorest).toBeGreaterThanOrEqual(24)
    expect(poorest).toBeLessThanOrEqual(56)
    const gap = (a: number, b: number) => Math.abs((ranks[a] ?? 0) - (ranks[b] ?? 0)) / ranks.length
    const near = city.smallAreas.map((a, i) => {
      const [ax, ay] = a.centre
      const apart = (j: number) => {
        const [x, y] = city.smallAreas[j]?.centre ?? [0, 0]
        return i === j ? Infinity : Math.hypot((x - ax) * 0.57, y - ay)
      }
      const next = ranks.map((_, j) => j).reduce((best, j) => (apart(j) < apart(best) ? j : best))
      return gap(i, next)
    })
    const any = ranks.map((_, i) => gap(i, (i + 97) % ranks.length))
    const mean = (list: number[]) => list.reduce((sum, v) => sum + v, 0) / list.length
    expect(mean(near)).toBeLessThan(0.5 * mean(any))
  })
})

describe('the postcodes of the city', () => {
  it('are about 4,000, well formed, none twice, none that Royal Mail could deliver to', () => {
    expect(city.postcodes.length).toBeGreaterThan(3800)
    expect(city.postcodes.length).toBeLessThan(4300)
    expect(new Set(city.postcodes.map((p) => p.postcode)).size).toBe(city.postcodes.length)
    for (const { postcode } of city.postcodes) {
      expect(postcode).toMatch(/^ZW[1-9] [1-9][ABD-HJLNP-UW-Z]{2}$/)
    }
  })

  it('have ended here and there, and nobody lives where one has ended', () => {
    const ended = city.postcodes.filter((p) => p.to !== null)
    expect(ended.length).toBeGreaterThan(20)
    expect(ended.every((p) => p.residents === 0 && (p.to ?? '') > p.from)).toBe(true)
  })

  it('give every landmark a place of its own', () => {
    const codes = city.landmarks.map((l) => l.postcode)
    expect(new Set(codes).size).toBe(codes.length)
    expect(landmarkOf(city, 'probation-office').name).toBe('Candlewick House')
    expect(() => landmarkOf(city, 'refuge')).toThrow('no landmark')
  })
})
