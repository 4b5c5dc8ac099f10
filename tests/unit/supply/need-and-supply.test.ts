import { describe, expect, test } from 'vitest'
import { gapsIn, peopleToAPlace, supplyOf, type Helping } from '@/lib/supply/rules/need-and-supply'
import { metresBetween, minutesFor } from '@/lib/supply/rules/reach'
import { stepFrom, viewOf } from '@/lib/supply/rules/view-of'
import { nearestWords, servingWords, supplyTitle } from '@/lib/supply/words'

const service = (given: Partial<Helping>): Helping => ({
  ...{ id: 'hub', name: 'The hub', point: null, areas: null, withheld: false },
  ...{ places: null, waitDays: null, dropIn: false },
  ...given,
})
const at = (latitude: number, longitude: number) => ({ latitude, longitude })
const area = (name: string, people: number | null, north: number) => ({
  ...{ code: name, name, people, centre: at(52.4 + north, -1.5) },
})

describe('how far help is', () => {
  test('is the haversine between two known points', () => {
    // A degree of latitude is 111.2 km.
    expect(metresBetween(at(52, -1), at(53, -1))).toBeCloseTo(111_195, -1)
    expect(metresBetween(at(52, -1), at(52, -1))).toBe(0)
  })

  test('is a walk where that is shorter, and a bus beyond', () => {
    expect(minutesFor(400)).toBe(7)
    expect(minutesFor(5000)).toBe(38)
    expect(minutesFor(0)).toBe(0)
  })
})

describe('need against supply', () => {
  const services = [
    service({ point: at(52.4, -1.5), areas: ['Near', 'Wrenford'], places: 20 }),
    service({ id: 'refuge', name: 'A refuge', withheld: true, places: 11 }),
    service({ id: 'odd', name: 'Odd', areas: ['Elsewhere'] }),
  ]
  const all = supplyOf([area('Near', 40, 0), area('Far', 90, 0.1)], services, 'Wrenford')

  test('counts who serves an area, and a withheld service everywhere, near none', () => {
    expect(all).toEqual([
      {
        ...{ code: 'Near', name: 'Near', people: 40, serving: 2, places: 31 },
        nearest: { id: 'hub', name: 'The hub', minutes: 0 },
      },
      {
        ...{ code: 'Far', name: 'Far', people: 90, serving: 2, places: 31 },
        nearest: { id: 'hub', name: 'The hub', minutes: 72 },
      },
    ])
  })

  test('names as gaps what is beyond half an hour, or served by nobody', () => {
    expect(gapsIn(all).map(({ name }) => name)).toEqual(['Far'])
    const bare = supplyOf([area('Near', null, 0)], [], 'Wrenford')
    expect(gapsIn(bare)).toHaveLength(1)
    expect(nearestWords(bare[0] ?? never())).toMatch(/is not known/)
    expect(servingWords(bare[0] ?? never())).toBe('No service says that it serves this area.')
    expect(supplyTitle('debt', gapsIn(bare), 1)).toBe('Where help with debt is, is not known')
    expect(supplyTitle('debt', gapsIn(all), 2)).toBe(
      'Far is more than 30 minutes from help with debt',
    )
    expect(supplyTitle('debt', [], 2)).toMatch(/^Every area is within about 30 minutes/)
  })

  test('says people to a place only where every service says how many places it has', () => {
    expect(peopleToAPlace(62, services.slice(0, 2))).toBe(2)
    expect(peopleToAPlace(62, services)).toBeNull()
    expect(peopleToAPlace(null, services.slice(0, 2))).toBeNull()
    expect(peopleToAPlace(62, [])).toBeNull()
  })
})

const never = (): never => {
  throw new Error('there is one')
}

describe('moving the map', () => {
  test('never leaves the sheet, and offers no step that leads nowhere', () => {
    const whole = { near: 1, x: 50, y: 50 }
    expect(viewOf(whole, 760, 620)).toEqual({ x: 0, y: 0, width: 760, height: 620 })
    expect(stepFrom(whole, 'north')).toBeNull()
    expect(stepFrom(whole, 'further')).toBeNull()
    const near = stepFrom(whole, 'nearer')
    expect(near).toEqual({ near: 2, x: 50, y: 50 })
    expect(stepFrom(near ?? whole, 'north')).toEqual({ near: 2, x: 50, y: 38 })
    expect(viewOf({ near: 8, x: 0, y: 100 }, 800, 640)).toEqual({
      ...{ x: 0, y: 560, width: 100, height: 80 },
    })
    expect(stepFrom({ near: 8, x: 50, y: 50 }, 'nearer')).toBeNull()
  })
})
