import { existsSync, readFileSync, readdirSync } from 'node:fs'
import Ajv, { type ValidateFunction } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkFile } from '@/lib/directory/rules/check-file'
import { readService } from '@/lib/directory/rules/listed-service'
import { publishListItem, publishService } from '@/lib/directory/rules/publish-service'
import { pointerTo } from '@/lib/directory/rules/strip-nulls'
import { sampleService } from './sample-service'

// The published standard, under a licence of its own, kept beside the project and never in it.
const folder = '../shared/data/openreferral'
const isThere = existsSync(folder)
const skipped = isThere ? '' : ` (skipped: there is no ${folder})`

type Json = Record<string, unknown>
const read = (path: string): Json => JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'))
const check = (value: unknown) => checkFile(Buffer.from(JSON.stringify(value)))
const at = (problems: readonly { path: string }[]) =>
  [...new Set(problems.map((p) => p.path))].sort()

/** The published schema of one kind, read by a JSON Schema library. */
function schemaOf(name: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addSchema(read('schema/taxonomy_term.json'), 'taxonomy_term.json')
  return ajv.compile(read(`schema/${name}.json`))
}

/** Where the published schema finds something wrong, as JSON pointers. */
function pathsBySchema(validate: ValidateFunction, value: unknown): string[] {
  validate(value)
  const paths = (validate.errors ?? []).map(({ instancePath, params }) =>
    'missingProperty' in params
      ? pointerTo(instancePath, String(params['missingProperty']))
      : instancePath || '/',
  )
  return [...new Set(paths)].sort()
}

/** Every place in a value, as keys from the top. */
function placesIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [
    ...(path.length > 0 ? [path] : []),
    ...entries.flatMap(([key, each]) => placesIn(each, [...path, key])),
  ]
}

/** A copy with another value at one place; undefined takes the field away. */
function changed(value: unknown, [key, ...rest]: (string | number)[], to: unknown): unknown {
  if (key === undefined) return to
  if (Array.isArray(value)) {
    return value.map((each: unknown, place) => (place === key ? changed(each, rest, to) : each))
  }
  const entries = Object.entries(value as Json).map(([name, each]): [string, unknown] => [
    name,
    name === key ? changed(each, rest, to) : each,
  ])
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined))
}

describe.skipIf(!isThere)(`the published standard${skipped}`, () => {
  const answers = (of: string) =>
    isThere ? readdirSync(`${folder}/${of}`).map((name) => `${of}/${name}`) : []

  test.each([...answers('validator/Default'), ...answers('examples')])(
    'finds no error in %s, which its own validator passes',
    (path) => {
      expect(check(read(path)).errors).toEqual([])
    },
  )

  test('finds each fault that its own validator must find in what a feed must have', () => {
    expect(at(check(read('validator/Fail/api_details.json')).errors)).toEqual(['/openapi_url'])
    const one = check(read('validator/Fail/service_full.json'))
    expect(at(one.errors)).toEqual(['/email', '/url'])
    expect(at(one.warnings)).toContain('/description')
    const { errors, services } = check(read('validator/Fail/service_list.json'))
    expect(services).toBe(4)
    const each = ['name', 'email'].flatMap((name) =>
      [0, 1, 2, 3].map((place) => `/contents/${place}/${name}`),
    )
    const urls = [0, 1, 2].map((place) => `/contents/${place}/url`)
    expect(at(errors)).toEqual([...each, ...urls, '/contents/3/id'].sort())
  })

  test.each(['Fail', 'Warn'])('warns of what is wrong in what is optional: %s', (of) => {
    const found = (name: string) => check(read(`validator/${of}/${name}.json`))
    expect(found('taxonomy_term')).toMatchObject({ errors: [] })
    expect(at(found('taxonomy_term').warnings)).toEqual(['/description', '/term_uri'])
    expect(at(found('taxonomy_term_list').warnings)).toContain('/contents/0/parent_id')
    expect(at(found('service_at_location_full').warnings)).toContain('/id')
    const { warnings } = found(of === 'Fail' ? 'service_at_location_list' : 'taxonomy_list')
    expect(at(warnings)).toContain('/total_pages')
  })

  test.each([
    ['service', 'service_full'],
    ['service_at_location', 'service_at_location_full'],
    ['organization', 'organization_full'],
    ['taxonomy', 'taxonomy'],
    ['taxonomy_term', 'taxonomy_term'],
  ])(
    'agrees with the schema of a %s wherever a field is taken away or of another kind',
    (name, of) => {
      const validate = schemaOf(name)
      const example = read(`examples/${of}.json`)
      const places = placesIn(example)
      const values: unknown[] = [undefined, 5, true, '', 'words', 'http://example.org/%zz', [], {}]
      let compared = 0
      for (const place of places) {
        for (const to of values) {
          // A place in a list cannot be taken away without moving the others.
          if (to === undefined && typeof place.at(-1) === 'number') continue
          const value = changed(example, place, to)
          const { errors, warnings } = check(value)
          const found = at([...errors, ...warnings])
          const wanted = pathsBySchema(validate, value)
          // What is found besides are doubts, which no schema has.
          const label = `${place.join('/')} as ${JSON.stringify(to)}`
          expect(found, label).toEqual(expect.arrayContaining(wanted))
          if (name === 'service') expect(at(errors), label).toEqual(wanted)
          compared += 1
        }
      }
      expect(compared).toBeGreaterThan(30)
    },
  )

  test('takes what we publish, in full and in a list, withheld or not', () => {
    const [full, item] = [schemaOf('service'), schemaOf('service_list')]
    for (const given of [read('examples/service_full.json'), sampleService()]) {
      for (const withheld of [false, true]) {
        const service = readService(given, withheld)
        expect(service).not.toBeNull()
        if (!service) continue
        expect(pathsBySchema(full, publishService(service))).toEqual([])
        expect(pathsBySchema(item, publishListItem(service))).toEqual([])
      }
    }
  })

  test('is stricter than the schema in one thing: a web address names a host', () => {
    const value = changed(read('examples/service_full.json'), ['url'], 'http:/x')
    expect(pathsBySchema(schemaOf('service'), value)).toEqual([])
    expect(at(check(value).errors)).toEqual(['/url'])
  })

  test('agrees with the schema of a service changed in several places at once', () => {
    const validate = schemaOf('service')
    const example = read('examples/service_full.json')
    const places = placesIn(example)
    const value = fc.oneof(
      fc.constant(undefined),
      fc.integer(),
      fc.boolean(),
      fc.emailAddress(),
      fc.webUrl(),
      fc.uuid(),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.constantFrom('active', 'WEEKLY', 'physical', 'a@b', '2026-02-30T10:00:00Z'),
    )
    const change = fc.tuple(
      fc.constantFrom(...places.filter((p) => typeof p.at(-1) === 'string')),
      value,
    )
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const result = changes.reduce<unknown>((sum, [place, to]) => {
          const isStill = place.reduce<unknown>(
            (inner, key) =>
              typeof inner === 'object' && inner !== null ? (inner as Json)[key] : undefined,
            sum,
          )
          return isStill === undefined ? sum : changed(sum, place, to)
        }, example)
        expect(at(check(result).errors)).toEqual(pathsBySchema(validate, result))
      }),
      { numRuns: 600, seed: 30 },
    )
  })
})
