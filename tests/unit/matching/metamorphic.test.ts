import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Facets, joinFacets } from '@/lib/people/matching/facets'
import { facetsFrom, type RawFacets } from '@/lib/people/matching/facets-from'
import { countFrequencies, noFrequencies } from '@/lib/people/matching/frequencies'
import { keysOf } from '@/lib/people/matching/keys'
import { shippedParameters } from '@/lib/people/matching/parameters'
import { scorePair } from '@/lib/people/matching/score'

const parameters = shippedParameters(5000)
const word = fc.constantFrom(
  ...'John Jon Jack Mary May Mohammed Muhamad Nguyen Van Smith Smyth Jones de la Cruz O’Brien'.split(
    ' ',
  ),
  ...'Brocklehurst Brocklhurst Sir J Æthel Łukasz محمد Mary-Ann Unknown 李 Singh Kaur'.split(' '),
)
const text = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
const birth = fc.constantFrom(
  '1984-03-16',
  '1984-16-03',
  '16/03/1985',
  '1984-01-01',
  '1961',
  '',
  'x',
)
const raw: fc.Arbitrary<RawFacets> = fc.record({
  names: fc.array(fc.oneof(fc.record({ text }), fc.record({ given: text, family: text })), {
    maxLength: 2,
  }),
  births: fc.array(birth, { maxLength: 2 }),
  postcodes: fc.array(fc.constantFrom('CV1 4HE', 'CV1 4HF', 'CV14H', 'LS6 1AB'), { maxLength: 2 }),
  sexes: fc.array(fc.constantFrom('m', 'f', 'unknown'), { maxLength: 1 }),
  identifiers: fc.array(
    fc.record({
      type: fc.constantFrom('nhs' as const, 'nino' as const),
      value: fc.constantFrom('9990024588', '9994954903', 'QQ123456C', 'QQ123457C'),
    }),
    { maxLength: 2 },
  ),
})
const facets = raw.map((one) => facetsFrom(one))
const bits = (a: Facets, b: Facets) => scorePair(a, b, parameters, noFrequencies).bits

describe('whatever the records', () => {
  it('which comes first changes nothing', () => {
    fc.assert(
      fc.property(facets, facets, fc.array(facets, { maxLength: 6 }), (a, b, others) => {
        const frequencies = countFrequencies([a, b, ...others])
        const one = scorePair(a, b, parameters, frequencies)
        const other = scorePair(b, a, parameters, frequencies)
        expect(other.bits).toBeCloseTo(one.bits, 9)
        expect(other.guards).toEqual(one.guards)
        expect(other.conflict).toBe(one.conflict)
      }),
      { numRuns: 1500 },
    )
  })

  it('a field known on one side only never counts', () => {
    fc.assert(
      fc.property(facets, facets, (a, b) => {
        const without = { ...a, postcodes: [], identifiers: [], births: [] }
        const more = { ...b, phones: ['02476000001'], emails: ['X@Y.ORG'] }
        expect(bits(without, more)).toBe(bits(without, b))
        expect(bits(without, { ...b, postcodes: [] })).toBe(bits(without, b))
      }),
    )
  })

  it('a further value on a side never lowers the score', () => {
    fc.assert(
      fc.property(facets, facets, (a, b) => {
        const known = b.births.length > 0 && b.postcodes.length > 0
        const wider = {
          ...b,
          births: [...b.births, ...a.births],
          postcodes: [...b.postcodes, 'LS61AB'],
        }
        if (known) expect(bits(a, wider)).toBeGreaterThanOrEqual(bits(a, b) - 1e-9)
      }),
    )
  })

  it('a value they newly share never lowers the score', () => {
    fc.assert(
      fc.property(facets, facets, (a, b) => {
        const phone = { phones: ['02476000001'] }
        expect(bits({ ...a, ...phone }, { ...b, ...phone })).toBeGreaterThan(
          bits({ ...a, phones: [] }, b),
        )
      }),
    )
  })

  it('a rarer equal surname never scores lower than a commoner one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        (rare, more) => {
          const people = (family: string, count: number) =>
            Array.from({ length: count }, () => facetsFrom({ names: [{ given: 'Ann', family }] }))
          const [a, b] = [people('Brocklehurst', rare), people('Smith', rare + more)]
          const frequencies = countFrequencies([...a, ...b])
          const [x, y] = [a[0], b[0]]
          if (!x || !y) throw new Error('no people')
          const scoreOf = (one: Facets) => scorePair(one, one, parameters, frequencies).bits
          expect(scoreOf(x)).toBeGreaterThanOrEqual(scoreOf(y))
        },
      ),
    )
  })

  it('joining a record with itself changes neither score nor keys', () => {
    fc.assert(
      fc.property(facets, facets, (a, b) => {
        const twice = joinFacets(a, a)
        expect(bits(twice, b)).toBeCloseTo(bits(a, b), 9)
        expect(keysOf(twice).sort()).toEqual(keysOf(a).sort())
      }),
    )
  })
})
