import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFile } from '@/lib/directory/rules/check-file'
import { readService, type ListedService } from '@/lib/directory/rules/listed-service'
import { publishPage, publishService } from '@/lib/directory/rules/publish-service'
import { isWithheldByKind, withoutPlace } from '@/lib/directory/rules/withhold'
import { idOf, sampleService } from './sample-service'

const check = (value: unknown) => checkFile(Buffer.from(JSON.stringify(value)))

/** The sample with changes, as read; it must be readable. */
function listed(changed: Record<string, unknown> = {}, withheld = false): ListedService {
  const service = readService(sampleService(changed), withheld)
  if (!service) throw new Error('not readable')
  return service
}

describe('a service', () => {
  test('is taken in with what is known of it', () => {
    expect(listed({ fees: null, phones: [{ number: '01632 960001' }] })).toMatchObject({
      ...{ name: 'Wrenford Debt Advice', fees: null, minimumAge: 16, phones: ['01632 960001'] },
      terms: [{ name: 'Debt' }],
      whereabouts: {
        withheld: false,
        areas: ['Wrenford'],
        places: [{ point: { latitude: 52.41, longitude: -1.51 }, address: { city: 'Wrenford' } }],
        hours: [{ repeats: 'WEEKLY', days: 'MO,TH', opens: '09:30', closes: '16:00' }],
      },
    })
  })

  test('comes out as it went in, and valid', () => {
    const service = listed({ phones: [{ number: '01632 960001' }, { number: '01632 960002' }] })
    const published = publishService(service)
    expect(check(published)).toEqual({ pages: 1, services: 1, errors: [], warnings: [] })
    expect(published['description']).toMatch(/\n\nTelephone: 01632 960001, 01632 960002$/)
    expect(readService(published)).toEqual(service)
  })

  test('is nothing without id, name or status', () => {
    for (const changed of [{ id: '17' }, { name: ' ' }, { status: 'open' }, { id: undefined }]) {
      expect(readService(sampleService(changed))).toBeNull()
    }
  })

  test('leaves out what is not in the form the standard asks', () => {
    const service = listed({ url: 'www.example.org', email: false, last_modified: 'today' })
    expect(service).toMatchObject({ url: null, email: null, changedAt: null })
    expect(listed({ url: 'mailto:a@example.org' }).url).toBeNull()
  })

  test('has no point outside the United Kingdom, and no names of people', () => {
    const location = { id: idOf(2), location_type: 'physical', latitude: 100, longitude: 101 }
    const service = listed({
      service_at_locations: [{ id: idOf(1), location }],
      contacts: [{ id: idOf(3), name: 'Ada Example', phones: [{ number: '01632 960003' }] }],
    })
    expect(service.whereabouts).toMatchObject({ places: [{ point: null, address: null }] })
    expect(service.phones).toEqual(['01632 960003'])
    expect(JSON.stringify(service)).not.toContain('Ada')
  })
})

describe('location withheld', () => {
  const TELLING = [
    'Market Way',
    'WR99',
    '52.41',
    '-1.51',
    'MO,TH',
    '09:30',
    'Old Bank',
    'Foleshill',
  ]
  const hidden = {
    name: 'Haven Refuge',
    description: 'A refuge at 1 Market Way, Wrenford WR99 9ZZ. Ring first.',
    alert: 'Moved to 12 Old Bank Street, wr999zz.',
    service_areas: [{ id: idOf(4), name: 'Foleshill' }],
    phones: [{ number: '01632 960001' }],
  }

  test('is by default for kinds that must not be found, and nothing then holds a place', () => {
    const service = listed(hidden)
    expect(service.whereabouts).toEqual({ withheld: true })
    expect(service.phones).toEqual(['01632 960001'])
    for (const telling of TELLING) {
      expect(JSON.stringify(service)).not.toContain(telling)
      expect(JSON.stringify(publishService(service))).not.toContain(telling)
    }
    expect(check(publishService(service)).errors).toEqual([])
  })

  test('stays where somebody set it, whatever a feed says', () => {
    const service = listed({}, true)
    expect(service.whereabouts).toEqual({ withheld: true })
    const published = publishService(service)
    for (const field of ['schedules', 'service_areas', 'service_at_locations']) {
      expect(published).not.toHaveProperty(field)
    }
    const name = '1 Market Way, WR99 9ZZ'
    expect(listed({ name }, true).name).toBe('Name withheld')
  })

  test.each([
    ['Women’s Aid outreach', true],
    ['Safe house for men', true],
    ['Support after trafficking', true],
    ['Sex-worker health clinic', true],
    ['Domestic abuse helpline', true],
    ['Refugee advice', false],
    ['Refuse collection', false],
    ['Debt advice', false],
  ])('%s: %s', (name, withheld) => {
    expect(isWithheldByKind(sampleService({ name }))).toBe(withheld)
  })

  test('is told by a term, too', () => {
    const taxonomy_term = { id: idOf(6), name: 'Refuges', description: 'x' }
    const attributes = [{ id: idOf(5), taxonomy_term }]
    expect(isWithheldByKind(sampleService({ attributes }))).toBe(true)
  })

  test('leaves words that tell of no place', () => {
    const plain = 'Open to 18 to 25 year olds in groups of 6. Ring 01632 960001.'
    expect(withoutPlace(plain)).toBe(plain)
  })
})

test('a page says what it holds', () => {
  const service = listed()
  const page = publishPage([service], { page: 2, perPage: 1, total: 2 })
  expect(page).toMatchObject({ page_number: 2, total_pages: 2, last_page: true, first_page: false })
  expect(check(page).errors).toEqual([])
  const beyond = publishPage([], { page: 9, perPage: 10, total: 0 })
  expect(beyond).toMatchObject({ empty: true, last_page: true, contents: [] })
})

test('whatever a feed holds, what is read of it comes out valid', () => {
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('9:00', 'A b c', -5, ''))
  const fields = fc.constantFrom(...Object.keys(sampleService()), 'phones', 'fees', 'alert')
  const nested = fc.constantFrom('schedules', 'service_at_locations', 'attributes', 'service_areas')
  const inner = fc.constantFrom('id', 'location', 'freq', 'byday', 'taxonomy_term', 'name')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fields, anything), { maxLength: 4 }),
      fc.array(fc.tuple(nested, inner, anything), { maxLength: 4 }),
      fc.boolean(),
      (tops, inners, withheld) => {
        const changed: Record<string, unknown> = Object.fromEntries(tops)
        for (const [list, key, value] of inners) changed[list] = [{ id: idOf(1), [key]: value }]
        const service = readService(sampleService(changed), withheld)
        if (!service) return
        expect(check(publishService(service)).errors).toEqual([])
        expect(readService(publishService(service), withheld)).toEqual(service)
      },
    ),
    { numRuns: 1000, seed: 30 },
  )
})
