import { expect, test } from 'vitest'
import { NEED_DOMAINS } from '@/lib/codes'
import { wardNames } from '@/prisma/practice/city/names-data'
import { makeInstitutions, makeServices } from '@/prisma/practice/place/make-place'

const services = makeServices('2026-11-24')

test('there are institutions of every sector, most with something on offer', () => {
  const all = makeInstitutions()
  expect(all.length).toBeGreaterThanOrEqual(30)
  expect(services.length).toBeGreaterThanOrEqual(60)
  expect(new Set(all.map(({ sector }) => sector))).toEqual(
    new Set(['public', 'social', 'informal', 'private']),
  )
  const offering = new Set(services.map(({ institution_id }) => institution_id))
  const known = new Set(all.map(({ id }) => id))
  expect([...offering].filter((id) => !known.has(id))).toEqual([])
  expect(offering.size).toBeGreaterThan(all.length / 2)
})

test('needs are of the list, areas are wards, numbers cannot be real', () => {
  const needs = new Set<string>(NEED_DOMAINS.map(({ key }) => key))
  const areas = new Set<string>(['Wrenford', ...Object.values(wardNames).flat()])
  expect(services.flatMap((each) => each.needs).filter((need) => !needs.has(need))).toEqual([])
  expect(services.flatMap((each) => each.areas ?? []).filter((at) => !areas.has(at))).toEqual([])
  const phones = services.flatMap(({ phones }) => phones)
  expect(phones.filter((phone) => !/^01632 960\d{3}$/.test(phone))).toEqual([])
})

test('hours are whole, and what must not be found has none', () => {
  const hours = services.flatMap((each) => each.hours ?? [])
  expect(hours.length).toBeGreaterThan(60)
  expect(hours.filter(({ days }) => !/^(\d?[A-Z]{2})(,[A-Z]{2})*$/.test(days ?? ''))).toEqual([])
  const times = hours.flatMap(({ opens, closes }) => [opens, closes])
  expect(times.filter((time) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time ?? ''))).toEqual([])
  const hidden = services.filter(({ withheld }) => withheld)
  expect(hidden.map(({ name }) => name)).toContain('Refuge')
  expect(hidden.filter(({ places, areas, hours }) => places ?? areas ?? hours)).toEqual([])
})
