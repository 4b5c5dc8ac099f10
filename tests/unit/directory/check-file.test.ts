import { describe, expect, test } from 'vitest'
import { checkFile } from '@/lib/directory/rules/check-file'
import { isDay, isEmail, isMoment, isUri } from '@/lib/directory/rules/formats'
import { LISTED } from '@/lib/directory/rules/report'
import { idOf, samplePage, sampleService } from './sample-service'

const check = (value: unknown) => checkFile(Buffer.from(JSON.stringify(value)))
const paths = (problems: readonly { path: string }[]) => problems.map(({ path }) => path)
const clean = { errors: [], warnings: [] }

describe('a file', () => {
  test('may be one service, a page, a list of services, or a list of pages', () => {
    expect(check(sampleService())).toEqual({ pages: 1, services: 1, ...clean })
    expect(check(samplePage(1, { total: 2 }))).toEqual({ pages: 1, services: 2, ...clean })
    const two = [sampleService(), sampleService({ id: idOf(1) })]
    expect(check(two)).toEqual({ pages: 1, services: 2, ...clean })
    const feed = [1, 2, 3].map((number) => samplePage(number, {}))
    expect(check(feed)).toEqual({ pages: 3, services: 5, ...clean })
  })

  test('may begin with a byte-order mark', () => {
    const text = `\uFEFF${JSON.stringify(sampleService())}`
    expect(checkFile(Buffer.from(text))).toMatchObject({ services: 1, ...clean })
  })

  test.each([
    ['', /is empty/],
    ['<html>', /web page/],
    ['{"id": ', /is no JSON/],
    ['"services"', /is a string where a page or a service is expected/],
    ['null', /is null where/],
    ['42', /is a number where/],
    ['[1, "two", null]', /is a number where a service is expected/],
    ['{"contents": {"id": 1}}', /must be a list/],
    ['{"total_pages": 3}', /must be a list/],
    ['{}', /is missing, and must be there/],
  ])('of the wrong kind is one error in words: %s', (text, reason) => {
    const { errors, services } = checkFile(Buffer.from(text))
    expect(errors[0]?.reason).toMatch(reason)
    expect(services).toBeLessThan(2)
  })

  test('that is not UTF-8 is said to be so', () => {
    expect(checkFile(Uint8Array.of(0xff, 0xfe, 0x00)).errors[0]?.reason).toMatch(/not UTF-8/)
  })
})

describe('a service', () => {
  test.each<[Record<string, unknown>, string, RegExp]>([
    [{ id: undefined }, '/id', /is missing/],
    [{ id: '17' }, '/id', /UUID.*“17”/],
    [{ name: undefined }, '/name', /is missing/],
    [{ name: 5 }, '/name', /must be text/],
    [{ name: null }, '/name', /is missing/],
    [{ status: 'open' }, '/status', /active, inactive, defunct, temporarily closed/],
    [{ email: 'a at b' }, '/email', /e-mail/],
    [{ url: 'www.example.org' }, '/url', /whole address/],
    [{ url: 'https://example.org/a b' }, '/url', /whole address/],
    [{ minimum_age: '16' }, '/minimum_age', /must be a number/],
    [{ last_modified: '2026-11-24' }, '/last_modified', /with a zone/],
    [{ schedules: {} }, '/schedules', /must be a list/],
    [{ schedules: ['Mondays'] }, '/schedules/0', /must be an object/],
    [{ schedules: [{ id: idOf(1), freq: 'DAILY' }] }, '/schedules/0/freq', /WEEKLY, MONTHLY/],
    [{ organization: { id: idOf(1), name: 'A' } }, '/organization/description', /is missing/],
    [{ contacts: [{ name: 'A' }] }, '/contacts/0/id', /is missing/],
  ])('with %j is wrong at %s', (changed, path, reason) => {
    const { errors } = check(sampleService(changed))
    expect(paths(errors)).toEqual([path])
    expect(errors[0]?.reason).toMatch(reason)
  })

  test('may hold what the standard does not name, telephone numbers among it', () => {
    const phones = [{ id: 'own', number: '01632 960001' }]
    expect(check(sampleService({ phones, own_field: { a: [1] } }))).toMatchObject(clean)
  })

  test('with null where absent is meant can be read, and is told so', () => {
    const { errors, warnings } = check(sampleService({ email: null, fees: null }))
    expect(errors).toEqual([])
    expect(paths(warnings)).toEqual(['/email', '/fees'])
  })

  test.each<[Record<string, unknown>, string]>([
    [{ description: undefined }, '/description'],
    [{ organization: undefined }, '/organization'],
    [{ name: ' ' }, '/name'],
    [{ minimum_age: 65, maximum_age: 18 }, '/minimum_age'],
    [{ minimum_age: -1 }, '/minimum_age'],
    [{ assured_date: 'last week' }, '/assured_date'],
    [{ schedules: [{ id: idOf(1), opens_at: '9am' }] }, '/schedules/0/opens_at'],
    [
      { schedules: [{ id: idOf(1), freq: 'WEEKLY', bymonthday: '2,3' }] },
      '/schedules/0/bymonthday',
    ],
  ])('that the standard allows and nobody can use is a warning: %j', (changed, path) => {
    const { errors, warnings } = check(sampleService(changed))
    expect(errors).toEqual([])
    expect(paths(warnings)).toEqual([path])
  })

  test.each([
    [100, 101],
    [52.41, 151],
    [0, 0],
  ])('at latitude %d and longitude %d is not in the United Kingdom', (latitude, longitude) => {
    const location = { id: idOf(2), location_type: 'physical', latitude, longitude }
    const places = [{ id: idOf(1), location }]
    const { errors, warnings } = check(sampleService({ service_at_locations: places }))
    expect(errors).toEqual([])
    expect(paths(warnings)).toEqual(['/service_at_locations/0/location/latitude'])
  })

  test.each([
    '<script>alert(1)</script>',
    'Debt <img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
  ])('with a script in its name is an error: %s', (name) => {
    expect(check(sampleService({ name })).errors[0]).toMatchObject({ path: '/name' })
  })

  test('may speak of scripts, and be marked up', () => {
    const description = 'Data: we keep none. <b>JavaScript</b> classes & more, age < 25.'
    expect(check(sampleService({ description }))).toMatchObject(clean)
  })

  test('nested without end, or with names of JavaScript, is only read', () => {
    const deep = `{"id":"${idOf(1)}","a":${'['.repeat(5000)}${']'.repeat(5000)}}`
    expect(checkFile(Buffer.from(deep)).errors[0]?.reason).toMatch(/nested more than 40 deep/)
    const own = '{"__proto__":{"status":"active","name":"x"},"constructor":1,"status":"active"}'
    expect(paths(checkFile(Buffer.from(own)).errors)).toEqual(['/id', '/name'])
  })
})

describe('a page', () => {
  test('names the thing that is wrong, and counts those around it', () => {
    const contents = [sampleService(), 'broken', sampleService({ id: idOf(3), email: 'x' })]
    const { errors, services } = check({ ...samplePage(1, { total: 3, size: 3 }), contents })
    expect(paths(errors)).toEqual(['/contents/1', '/contents/2/email'])
    expect(services).toBe(2)
  })

  test('with the same service twice is wrong', () => {
    const contents = [sampleService(), sampleService()]
    const { errors } = check(samplePage(1, { total: 2, contents }))
    expect(errors).toEqual([{ path: '/contents/1/id', reason: 'is the id of /contents/0 already' }])
  })

  test('with counts that are wrong can be read, and is told so', () => {
    const page = samplePage(1, { total: 2, total_items: 1, size: 2, last_page: false })
    expect(check({ ...page, size: 9 })).toMatchObject({ errors: [], services: 2 })
    expect(paths(check({ ...page, size: 9 }).warnings)).toEqual([
      '/size',
      '/total_items',
      '/last_page',
    ])
    expect(paths(check(samplePage(1, { total: 2, total_pages: 'one' })).errors)).toEqual([
      '/total_pages',
    ])
  })

  test('of the first version is read, and told from one of the third', () => {
    const { contents, ...rest } = samplePage(1, { total: 2 })
    const { errors, services } = check({ ...rest, content: contents })
    expect(paths(errors)).toEqual(['/content'])
    expect(services).toBe(2)
  })

  test('that is all wrong lists so many problems, and says how many more', () => {
    const contents = Array.from({ length: LISTED + 500 }, () => 5)
    const { errors } = check({ contents })
    expect(errors).toHaveLength(LISTED + 1)
    expect(errors.at(-1)?.reason).toBe('500 more are not listed')
  })
})

test('what a feed may have besides is optional: what is wrong there is a warning', () => {
  const term = { id: idOf(1), name: 'Debt', parent_id: idOf(1), term_uri: 'debt' }
  const { errors, warnings, services } = check(term)
  expect([errors, services]).toEqual([[], 0])
  expect(paths(warnings)).toEqual(['/description', '/term_uri', '/parent_id'])
  const about = { version: 'HSDS-UK-3.0', profile: 'https://example.org', openapi_url: 'none' }
  expect(paths(check(about).errors)).toEqual(['/openapi_url'])
})

test('forms of texts', () => {
  expect(['2024-02-29', '2023-02-29', '2026-13-01', '2026-04-31'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(
    ['2026-11-24T10:30:00.5+01:00', '2026-11-24T10:30:00', '2026-11-24'].map(isMoment),
  ).toEqual([true, false, false])
  expect(
    ['mailto:a@example.org', 'https:example.org', 'example.org', 'https://'].map(isUri),
  ).toEqual([true, false, false, false])
  expect(["o'brien@example.org", 'a@b', 'a@example..org', '@example.org'].map(isEmail)).toEqual([
    true,
    false,
    false,
    false,
  ])
})
