import { describe, expect, it } from 'vitest'
import { facetsFrom, type RawFacets } from '@/lib/people/matching/facets-from'
import { countFrequencies } from '@/lib/people/matching/frequencies'
import { keysOf } from '@/lib/people/matching/keys'
import { memoryEngine } from '@/lib/people/matching/memory-engine'
import { shippedParameters } from '@/lib/people/matching/parameters'
import { decide, scorePair } from '@/lib/people/matching/score'

const long = 'A'.repeat(10_000)
const absurd: RawFacets[] = [
  {},
  { names: [{ text: '' }], births: [''], postcodes: [''], phones: [''], emails: [''] },
  { names: [{ text: long }], births: [long], postcodes: [long], phones: [long], emails: [long] },
  { names: [{ given: 'AAAAAAAA', family: 'AAAAAAAA' }], births: ['01/01/1900'] },
  { names: [{ text: '🙂🙂 🎉🎉' }], births: ['🙂'], postcodes: ['🙂🙂🙂'] },
  { names: [{ text: 'Unknown Unknown' }], births: ['01/01/1900'], postcodes: ['ZZ99 3VZ'] },
  { names: [{ given: 'Not', family: 'Known' }], births: ['01/01/1970'], postcodes: ['NF1 1NF'] },
  { names: [{ text: 'Sir' }], births: ['1900-01-01'] },
  { names: [{ text: 'Mr Mr Mr Dr' }], sexes: ['unknown'] },
  { names: [{ text: 'محمد علي' }] },
  { names: [{ text: '\u202eילד\u202c' }] },
  { names: [{ text: 'O’Brien-Łukasiewicz' }] },
  { names: [{ text: 'Sukarno' }] },
  { names: [{ text: 'N/A' }], identifiers: [{ type: 'nhs', value: '0000000000' }] },
  { names: [{ text: '\u0000\uffff\ud800' }], identifiers: [{ type: 'nino', value: long }] },
  { identifiers: Array.from({ length: 5_000 }, () => ({ type: 'crn' as const, value: 'X' })) },
]

describe('absurd input', () => {
  const records = absurd.map((raw, index) => ({ id: String(index), facets: facetsFrom(raw) }))
  const parameters = shippedParameters(records.length)
  const frequencies = countFrequencies(records.map(({ facets }) => facets))

  it('is never linked, not even with its own copy', () => {
    for (const a of records) {
      for (const b of records) {
        const score = scorePair(a.facets, b.facets, parameters, frequencies)
        expect(Number.isFinite(score.bits)).toBe(true)
        expect(decide(score, parameters), `${a.id} and ${b.id}`).not.toBe('link')
      }
    }
  })

  it('has few and short keys', () => {
    for (const { facets } of records) {
      const keys = keysOf(facets)
      expect(keys.length).toBeLessThanOrEqual(120)
      for (const key of keys) expect(key.length).toBeLessThan(160)
    }
  })

  it('goes through the whole engine and links nobody', () => {
    const twice = [...records, ...records.map(({ id, facets }) => ({ id: `${id}b`, facets }))]
    const fitted = memoryEngine.estimateFrom(twice, shippedParameters(twice.length))
    const { groupOf } = memoryEngine.linkAll(twice, fitted)
    expect(new Set(groupOf).size).toBe(twice.length)
  })

  it('no records at all are no trouble', () => {
    const fitted = memoryEngine.estimateFrom([], shippedParameters(0))
    expect(memoryEngine.linkAll([], fitted).pairs).toEqual([])
  })
})
