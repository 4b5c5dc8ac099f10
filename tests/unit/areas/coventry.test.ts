import { existsSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { isInShape } from '@/lib/areas/rules/geometry'
import { readAreaFiles, readAttribution } from '@/lib/areas/read-files'
import { assembleAreas } from '@/lib/areas/rules/assemble'

vi.setConfig({ testTimeout: 30_000 })

// Open data of a real city, kept beside the project and never in it.
const folder = '../shared/data/geo'
const isThere = existsSync(folder)
const skipped = isThere ? '' : ` (skipped: there is no ${folder})`

describe.skipIf(!isThere)(`Coventry's published areas${skipped}`, () => {
  const read = () => {
    const attribution = readAttribution(folder) ?? ''
    return assembleAreas(readAreaFiles(folder), { attribution, licence: 'OGL', practice: false })
  }

  it('come in whole: 203 small areas, 42 middle areas, 18 wards, 6,190 postcodes', () => {
    const { load, problems } = read()
    const set = (key: string) => load.sets.find((s) => s.key === `coventry-${key}`)
    expect(problems).toEqual([])
    expect(set('lsoa21')?.areas).toHaveLength(203)
    expect(set('msoa21')?.areas).toHaveLength(42)
    expect(set('wards-2003-2026')?.areas).toHaveLength(18)
    expect(set('lsoa21')?.postcodes).toHaveLength(6190)
    expect(set('wards-2003-2026')?.validTo).toBe('2026-05-07')
    expect(set('wards-bestfit-from-lsoa21')?.shapes).toBe('best-fit')
    expect(set('lsoa21')?.attribution).toContain('Open Government Licence v3.0')
  })

  it('add up to the published figures', () => {
    const small = read().load.sets.find((s) => s.key === 'coventry-lsoa21')
    const residents = small?.populations.filter((p) => p.ageBand === 'all' && p.year === 2021)
    expect(residents?.reduce((sum, p) => sum + p.count, 0)).toBe(345_318)
    const tenth = small?.measures.filter(
      (m) => m.measure === 'imd_decile' && m.year === 2025 && m.value === 1,
    )
    expect(tenth).toHaveLength(36)
    for (const area of small?.areas ?? []) {
      expect(area.shape && area.centre && isInShape(area.centre, area.shape), area.code).toBe(true)
    }
  })

  it('give every small area a middle area and a ward', () => {
    const { lookups } = read().load
    const to = (key: string) =>
      new Set(lookups.filter((l) => l.toKey === `coventry-${key}`).map((l) => l.fromCode)).size
    expect([to('msoa21'), to('wards-2003-2026'), to('lsoa11')]).toEqual([203, 203, 203])
  })
})
