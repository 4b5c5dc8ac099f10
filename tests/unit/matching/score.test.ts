import { describe, expect, it } from 'vitest'
import { facetsFrom, type RawFacets } from '@/lib/people/matching/facets-from'
import { countFrequencies, noFrequencies } from '@/lib/people/matching/frequencies'
import { faultsOf, priorFor, shippedParameters, weightOf } from '@/lib/people/matching/parameters'
import { decide, scorePair } from '@/lib/people/matching/score'
import { explain } from '@/lib/people/matching/words'

const parameters = shippedParameters(5000)
const score = (a: RawFacets, b: RawFacets) =>
  scorePair(facetsFrom(a), facetsFrom(b), parameters, noFrequencies)
const named = (given: string, family: string, more: RawFacets = {}): RawFacets => ({
  names: [{ given, family }],
  ...more,
})
const danny = named('Daniel', 'Brocklehurst', { births: ['1984-03-16'], postcodes: ['CV1 4HE'] })

describe('weights', () => {
  // m and u of the HMPPS model of February 2026 and the bits it prints for them.
  it.each([
    [0.8805713283069031, 6.4416737775260826e-6, 17.06],
    [0.9480015447228074, 6.32817809183543e-5, 13.87],
    [0.004143399354623031, 0.9939830079481641, -7.91],
    [0.4107364720646719, 1.3083008349386952e-7, 21.58],
    [6.103515625e-5, 1, -14],
  ])('m %d and u %d are %d bits', (m, u, bits) => {
    expect(weightOf({ m, u })).toBeCloseTo(bits, 2)
  })

  it('the prior comes from the number of records', () => {
    expect(priorFor(1_000_000, 0.2)).toBeCloseTo(-21.25, 1)
    expect(priorFor(5_000)).toBeGreaterThan(priorFor(1_000_000))
    expect(Number.isFinite(priorFor(1))).toBe(true)
  })

  it('the shipped version is sound, sums to one and survives storing', () => {
    expect(faultsOf(parameters)).toEqual([])
    expect(JSON.parse(JSON.stringify(parameters))).toEqual(parameters)
    for (const [field, levels] of Object.entries(parameters.fields)) {
      const sum = Object.values(levels).reduce((total, { m }) => total + m, 0)
      expect(sum, field).toBeCloseTo(1, 2)
    }
  })

  it('faults of a stored version are named', () => {
    const broken = shippedParameters()
    delete broken.fields.given?.exact
    expect(faultsOf(broken)).toEqual(['given exact is missing'])
  })
})

describe('another first name', () => {
  it.each([
    ['of one house', { postcodes: ['CV1 4HE'] }],
    ['living nobody knows where', {}],
  ])('with the same surname and birth, %s, is left to a person', (_where, more) => {
    const [one, other] = ['Rafe', 'Cosmo'].map((given) =>
      named(given, 'Dunmallow', { births: ['1979-02-14'], ...more }),
    ) as [RawFacets, RawFacets]
    // However few records there are, and so however little chance could bring them together.
    const few = shippedParameters(20)
    expect(decide(scorePair(facetsFrom(one), facetsFrom(other), few, noFrequencies), few)).toBe(
      'suggest',
    )
  })
})

describe('a score', () => {
  it('is the prior and the bits of each line', () => {
    const { bits, levels, probability } = score(danny, danny)
    const sum = levels.reduce((total, level) => total + level.bits, parameters.priorBits)
    expect(bits).toBeCloseTo(sum, 9)
    expect(probability).toBeCloseTo(1 / (1 + 2 ** -bits), 9)
  })

  it('replaces average chance by how common the very value is', () => {
    const records = [...Array<null>(900)].map((_, i) =>
      facetsFrom(
        named('John', i < 300 ? 'Smith' : `Rare${'abcdefghijklmnopqrst'.charAt(i % 20)}x`),
      ),
    )
    const rare = facetsFrom(named('John', 'Brocklehurst'))
    const smith = facetsFrom(named('John', 'Smith'))
    const frequencies = countFrequencies([...records, rare, rare])
    const bitsOf = (facets: typeof rare) => scorePair(facets, facets, parameters, frequencies).bits
    expect(bitsOf(rare)).toBeGreaterThan(bitsOf(smith) + 8)
  })

  it('counts whole names, so that names which go together are not taken for coincidence', () => {
    const kwame = Array.from({ length: 40 }, () => facetsFrom(named('Kwame', 'Okafor')))
    const apart = Array.from({ length: 40 }, (_, i) =>
      facetsFrom(named('Ewan', `Q${'abcdefgh'.charAt(i % 8)}${'rstvwxyz'.charAt(i % 7)}o`)),
    )
    const [a] = kwame
    const lone = facetsFrom(named('Ewan', 'Okafor'))
    if (!a) throw new Error('no people')
    const frequencies = countFrequencies([...kwame, ...apart, lone, lone])
    const family = (facets: typeof a) =>
      scorePair(facets, facets, parameters, frequencies).levels.find((x) => x.field === 'family')
    expect(family(a)?.bits ?? 9).toBeLessThan(family(lone)?.bits ?? 0)
  })

  it('explains itself in words, and hides what the reader may not know', () => {
    const { levels } = score(
      danny,
      named('Danny', 'Brocklehurst', { births: ['1984-03-16'], postcodes: ['CV1 4XY'] }),
    )
    expect(explain(levels)).toContain('two forms of one first name')
    expect(explain(levels)).toContain('same date of birth')
    expect(explain(levels)).toContain('postcodes in the same few streets')
    expect(explain(levels, ['postcode'])).not.toContain('postcode')
    expect(explain(levels)).not.toMatch(/Brocklehurst|1984|CV1/i)
  })

  it('reads names in either order', () => {
    const turned = score(danny, { ...danny, names: [{ given: 'Brocklehurst', family: 'Daniel' }] })
    expect(turned.levels.map(({ words }) => words)).toContain('first name and surname swapped')
    expect(turned.bits).toBeGreaterThan(5)
  })

  it('takes the best of several names, addresses and dates', () => {
    const both = {
      ...danny,
      postcodes: ['LS6 1AB', 'CV1 4HE'],
      births: ['1901-01-01', '1984-03-16'],
    }
    expect(score(danny, both).bits).toBeCloseTo(score(danny, danny).bits, 9)
  })
})

describe('what a machine may link', () => {
  const nhs = (value: string): RawFacets => ({ ...danny, identifiers: [{ type: 'nhs', value }] })

  it('links the same rare name, birth and address', () => {
    expect(decide(score(danny, danny), parameters)).toBe('link')
  })

  it('never two different valid NHS numbers, however alike', () => {
    const pair = score(nhs('9990024588'), nhs('9994954903'))
    expect(pair.conflict).toBe(true)
    expect(decide(pair, parameters)).not.toBe('link')
  })

  it('a failed check digit is no conflict, a slip in a number is some evidence', () => {
    const pair = score(nhs('9990024588'), nhs('9990024589'))
    expect(pair.conflict).toBe(false)
    expect(pair.levels.find(({ field }) => field === 'nhs')?.bits).toBeGreaterThan(3)
  })

  it.each([
    ['twins', { ...danny, names: [{ given: 'Patricia', family: 'Brocklehurst' }] }],
    ['household', { ...danny, births: ['1951-11-02'] }],
    ['thin', { names: danny.names ?? [] }],
  ])('leaves %s to a person', (guard, other) => {
    const pair = score(danny, other)
    expect(pair.guards).toContain(guard)
    expect(decide({ ...pair, bits: 99 }, parameters)).toBe('suggest')
  })

  it('not a common name with 1 January and nothing else, though a whole date would do', () => {
    const born = (date: string) => named('Maryam', 'Mohammadi', { births: [date] })
    const crowd = Array.from({ length: 900 }, (_, i) => named(`Ann${String(i)}`, `Lee${String(i)}`))
    const namesakes = Array.from({ length: 60 }, () => named('Maryam', 'Mohammadi'))
    const others = [...namesakes, ...crowd].map((one) => facetsFrom(one))
    const guards = (date: string) => {
      const [a, b] = [facetsFrom(born(date)), facetsFrom(born(date))]
      return scorePair(a, b, parameters, countFrequencies([a, b, ...others])).guards
    }
    expect(guards('1958-01-01')).toContain('thin')
    expect(guards('1958-03-16')).not.toContain('thin')
  })

  const crowd = Array.from({ length: 900 }, (_, i) => named(`Ann${String(i)}`, `Lee${String(i)}`))
  const guardsBeside = (one: RawFacets, other: RawFacets, others: readonly RawFacets[]) => {
    const all = [one, other, ...others, ...crowd].map((raw) => facetsFrom(raw))
    const [a, b] = all
    if (!a || !b) throw new Error('no people')
    return scorePair(a, b, parameters, countFrequencies(all)).guards
  }

  it('not a common name beside a date or postcode that only nearly agrees', () => {
    const amina = (more: RawFacets) => named('Amina', 'Mohamed', more)
    const [one, other] = [amina({ births: ['1955-12-24'] }), amina({ births: ['1959-12-24'] })]
    const namesakes = ['Amina', 'Aminah', 'Amina'].map((given) => named(given, 'Mohamed'))
    expect(guardsBeside(one, other, namesakes)).toContain('thin')
    expect(guardsBeside(one, other, [])).not.toContain('thin')
    expect(guardsBeside(one, one, namesakes)).not.toContain('thin')
    const near = [amina({ postcodes: ['CV1 5HN'] }), amina({ postcodes: ['CV6 5HN'] })] as const
    expect(guardsBeside(...near, [])).toContain('thin')
  })

  it('not a name beside a postcode of a hostel', () => {
    const at = (postcode: string) => (i: number) =>
      named(`Eve${String(i)}`, 'Ash', { postcodes: [postcode] })
    const one = named('Amina', 'Mohamed', { postcodes: ['CV6 5XY'] })
    const beside = (postcodeOf: (i: number) => string) =>
      guardsBeside(
        one,
        one,
        Array.from({ length: 900 }, (_, i) => at(postcodeOf(i))(i)),
      )
    expect(beside((i) => (i < 300 ? 'CV6 5XY' : `CV1 ${String(i % 10)}AB`))).toContain('thin')
    expect(beside((i) => `CV${String(i % 90)} ${String(i % 10)}AB`)).not.toContain('thin')
  })

  it('not two of one house whose first names are alike, unless one is nobody’s name', () => {
    const home = (given: string) => named(given, 'Nowak', { postcodes: ['CV3 7ZW'] })
    const others = ['Anna', 'Ioana'].map((given) => named(given, 'Ash'))
    expect(guardsBeside(home('Anna'), home('Ioana'), others)).toContain('household')
    expect(guardsBeside(home('Mei'), home('Msi'), [named('Mei', 'Ash')])).not.toContain('household')
  })

  it('not two nameless records of one day and address, who may be twins', () => {
    const nameless = { births: danny.births ?? [], postcodes: danny.postcodes ?? [] }
    expect(decide({ ...score(nameless, nameless), bits: 99 }, parameters)).toBe('suggest')
  })

  it('not someone born after the other was known or had died', () => {
    const known = { ...facetsFrom(danny), births: [], knownSince: 1979 }
    const pair = scorePair(known, facetsFrom(danny), parameters, noFrequencies)
    expect(pair.guards).toContain('impossible')
    expect(pair.conflict).toBe(true)
  })

  it('a number shared by many records is a stand-in and says little', () => {
    const two = [named('Ann', 'Zebrowski'), named('Boris', 'Quill')]
    const crowd = Array.from({ length: 198 }, (_, i) => named(`Name${i}`, `Other${i}`))
    const people = [...two, ...crowd].map((one) =>
      facetsFrom({ ...one, identifiers: [{ type: 'nino', value: 'QQ123456C' }] }),
    )
    const [a, b] = people
    if (!a || !b) throw new Error('no people')
    const stand = scorePair(a, b, parameters, countFrequencies(people))
    expect(stand.levels.find(({ field }) => field === 'nino')?.bits).toBeLessThan(1)
    expect(decide(stand, parameters)).toBe('apart')
  })
})
