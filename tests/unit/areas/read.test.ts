import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decodeAreaFile, licenceOf, readAreaFiles, readAttribution } from '@/lib/areas/read-files'
import { assembleAreas, type AreaFile } from '@/lib/areas/rules/assemble'
import { sayProblem, sayProblems } from '@/lib/areas/rules/problems'
import { electionDay } from '@/lib/areas/rules/set-names'

const folder = 'tests/fixtures/areas'
const given = { attribution: 'Tinbury is invented.', licence: 'none', practice: false }
const files = readAreaFiles(folder)
/** The fixture's files with one of them changed. */
const withChange = (file: string, from: string, to: string): AreaFile[] =>
  files.map((f) => (f.file === file ? { file, text: f.text.replace(from, to) } : f))
const problemsOf = (changed: AreaFile[]) => assembleAreas(changed, given).problems.map(sayProblem)

describe('files of areas, read together', () => {
  const { load, notes, problems } = assembleAreas(files, given)
  const set = (key: string) => load.sets.find((s) => s.key === key)

  it('make a set of each file of shapes, with its kind, its name and its years', () => {
    expect(problems).toEqual([])
    expect(load.sets.map(({ key, kind, name }) => [key, kind, name])).toEqual([
      ['tinbury-lsoa21', 'small', 'Tinbury: small areas of 2021'],
      ['tinbury-msoa21', 'middle', 'Tinbury: middle areas of 2021'],
      ['tinbury-outline', 'city', 'Tinbury: whole place of 2024'],
      ['tinbury-wards-2004-2026', 'ward', 'Tinbury: wards of 2024, 2004 to 2026'],
    ])
    expect(set('tinbury-wards-2004-2026')?.validTo).toBe('2026-05-07')
    expect(set('tinbury-msoa21')?.areas[0]?.localName).toBe('Low Town')
  })

  it('keep every point of a shape as published', () => {
    const published = JSON.parse(files.find((f) => f.file === 'tinbury_lsoa21.geojson')?.text ?? '')
    const shapes = set('tinbury-lsoa21')?.areas.map((a) => a.shape)
    expect(shapes).toEqual(published.features.map((f: { geometry: object }) => f.geometry))
  })

  it('say which area lies in which, nested or best fit', () => {
    const of = load.lookups.filter((l) => l.fromCode === 'E01999903')
    expect(of.map(({ toCode, kind }) => [toCode, kind]).sort()).toEqual([
      ['E02999902', 'nested'],
      ['E05999901', 'best-fit'],
      ['E08999901', 'nested'],
    ])
  })

  it('sum single years of age into bands, by sex', () => {
    const rows = set('tinbury-lsoa21')?.populations.filter((p) => p.areaCode === 'E01999901')
    expect(rows?.map(({ ageBand, sex, count, year }) => [ageBand, sex, count, year])).toEqual([
      ['0-15', 'female', 15, 2022],
      ['16-17', 'female', 3, 2022],
      ['75+', 'female', 2, 2022],
      ['0-15', 'male', 11, 2022],
      ['16-17', 'male', 4, 2022],
      ['75+', 'male', 1, 2022],
      ['all', 'persons', 1127, 2022],
    ])
  })

  it('keep deprivation with the year that the file names', () => {
    const rows = set('tinbury-lsoa21')?.measures.filter((m) => m.areaCode === 'E01999902')
    expect(rows?.map(({ measure, value, year }) => [measure, value, year])).toEqual([
      ['imd_rank', 9800, 2025],
      ['imd_decile', 3, 2025],
      ['education_decile', 3, 2025],
    ])
  })

  it('keep postcodes with dates, and none of the places the directories invent', () => {
    expect(set('tinbury-lsoa21')?.postcodes.map(({ areaCode: _code, ...rest }) => rest)).toEqual([
      { postcode: 'ZY11AA', lon: 3.05, lat: 55.05, validFrom: '1980-01-01', validTo: null },
      {
        postcode: 'ZY11AB',
        lon: 3.15,
        lat: 55.05,
        validFrom: '1999-06-01',
        validTo: '2021-03-01',
      },
      { postcode: 'ZY11AD', lon: null, lat: null, validFrom: '2010-01-01', validTo: null },
    ])
  })

  it('say what was found in each file, and pass over other places', () => {
    const note = notes.find((n) => n.file === 'tinbury_lookup.csv')
    expect(note?.message).toContain('1 rows about other places passed over')
  })
})

describe('what is wrong in a file is said with file, line and column', () => {
  it.each([
    [
      'tinbury_deprivation_2025.csv',
      '"9,800",3,3',
      '"9,800",3,12',
      /deprivation_2025\.csv, line 3, column “Education.*: 12 must be a whole number from 1 to 10/,
    ],
    [
      'tinbury_postcodes.csv',
      'E01999902,55.05',
      'E01888888,55.05',
      /postcodes\.csv, line 3, column “lsoa21”: “E01888888” is not one of the small areas/,
    ],
    [
      'tinbury_postcodes.csv',
      '55.05,3.05',
      'north,3.05',
      /tinbury_postcodes\.csv, line 2, column “lat”: “north” is not a number/,
    ],
    [
      'tinbury_population_mid2022.csv',
      ',10,5,3',
      ',10,5.5,3',
      /tinbury_population_mid2022\.csv, line 2, column “F15”: 5\.5 is not a number of people/,
    ],
    [
      'tinbury_lookup.csv',
      'Tinbury,E54999901',
      'Tinbury',
      /tinbury_lookup\.csv, line 2: has 6 cells where the heading has 7/,
    ],
    [
      'tinbury_lsoa21.geojson',
      '[3.1, 55.0]',
      '[433297, 278969]',
      /tinbury_lsoa21\.geojson, feature 1: is not in longitude and latitude/,
    ],
    [
      'tinbury_wards_2004_2026.geojson',
      '"features"',
      '"features',
      /tinbury_wards_2004_2026\.geojson.*: this is not JSON/,
    ],
    [
      'tinbury_msoa21.geojson',
      'E02999902',
      'E02999901',
      /tinbury_msoa21\.geojson: no property holds an area code that is different/,
    ],
  ])('%s with %s changed to %s', (file, from, to, message) => {
    expect(problemsOf(withChange(file, from, to)).join('\n')).toMatch(message)
  })

  it('finds two files that differ about where an area lies', () => {
    const other = files.find((f) => f.file === 'tinbury_lookup.csv')?.text ?? ''
    const text = other.replace('Tinbury 001A,E05999901', 'Tinbury 001A,E05999902')
    const said = problemsOf([...files, { file: 'zz_lookup.csv', text }]).join('\n')
    expect(said).toContain('E01999901 is in E05999902 here and in E05999901 in tinbury_lookup.csv')
  })

  it('shows the first twenty of many', () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ file: 'a.csv', line: i, message: 'x' }))
    expect(sayProblems(many)).toHaveLength(21)
    expect(sayProblems(many).at(-1)).toBe('… and 10 more.')
  })
})

describe('the bytes of a file', () => {
  it('are unpacked, and read as UTF-8 or Windows-1252', () => {
    const text = 'code,name\nW01999901,Ynys Môn'
    expect(decodeAreaFile('a.csv.gz', gzipSync(text)).text).toBe(text)
    expect(decodeAreaFile('a.csv', Buffer.from(text, 'latin1')).text).toBe(text)
  })

  it('come with their attribution and its licence', () => {
    expect(readAttribution(folder)).toBe('Tinbury is invented; nobody need be named.')
    expect(licenceOf('… licensed under the Open Government Licence v3.0.')).toBe(
      'Open Government Licence v3.0',
    )
    expect(licenceOf('Copyright of somebody')).toBe('as stated in the attribution')
  })
})

it('dates a change of wards to the first Thursday in May', () => {
  expect([2003, 2014, 2025, 2026].map(electionDay)).toEqual([
    '2003-05-01',
    '2014-05-01',
    '2025-05-01',
    '2026-05-07',
  ])
})
