import { describe, expect, it } from 'vitest'
import { facetsFrom } from '@/lib/people/matching/facets-from'
import { memoryEngine } from '@/lib/people/matching/memory-engine'
import { faultsOf, shippedParameters } from '@/lib/people/matching/parameters'

/** Numbers from 0 to 1 in a fixed row (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const syllables = 'BA KO RI MU TEN LA SOR VI DAN PEL GU NOR'.split(' ')

/** People recorded twice: a share of second records has another postcode, another has moved day. */
function twoRecordsEach(people: number, moved: number) {
  const next = dice(7)
  const pick = (count: number) =>
    Array.from({ length: count }, () => syllables[Math.floor(next() * 12)] ?? '').join('')
  const digit = (most: number) => String(Math.floor(next() * most))
  const letter = () => 'ABDEFGHJLN'.charAt(Math.floor(next() * 10))
  const day = () => `19${digit(6)}${digit(10)}-0${String(1 + Math.floor(next() * 9))}-1${digit(10)}`
  const code = () => `CV${digit(8)} ${digit(10)}${letter()}${letter()}`
  return Array.from({ length: people }, (_, i) => {
    const names = [{ given: pick(2), family: pick(3) }]
    const births = [day()]
    const postcodes = [code()]
    const other = next() < moved ? [code()] : postcodes
    return [
      { id: `${String(i)}a`, facets: facetsFrom({ names, births, postcodes }) },
      { id: `${String(i)}b`, facets: facetsFrom({ names, births, postcodes: other }) },
    ]
  }).flat()
}

describe('estimating without labels', () => {
  const records = twoRecordsEach(800, 0.3)
  const start = shippedParameters(records.length)
  const fitted = memoryEngine.estimateFrom(records, start)

  it('finds how often true pairs share a postcode, which nobody told it', () => {
    expect(fitted.fields.postcode?.exact?.m).toBeGreaterThan(0.65)
    expect(fitted.fields.postcode?.exact?.m).toBeLessThan(0.75)
  })

  it('finds how many pairs there are', () => {
    expect(fitted.recordsPerPerson).toBeGreaterThan(1.9)
    expect(fitted.recordsPerPerson).toBeLessThan(2.1)
  })

  it('gives a sound version, the same each time, and leaves the start alone', () => {
    expect(faultsOf(fitted)).toEqual([])
    const few = records.slice(0, 60)
    expect(memoryEngine.estimateFrom(few, start)).toEqual(memoryEngine.estimateFrom(few, start))
    expect(start).toEqual(shippedParameters(records.length))
  })

  it('links nearly all of them and nobody else', () => {
    const { groupOf } = memoryEngine.linkAll(records, fitted)
    const joined = records.filter((_, i) => i % 2 === 0 && groupOf[i] === groupOf[i + 1]).length
    expect(joined).toBeGreaterThan(780)
    expect(new Set(groupOf).size).toBe(records.length - joined)
  })
})
