import { describe, expect, it } from 'vitest'
import { facetsFrom, type RawFacets } from '@/lib/people/matching/facets-from'
import { capOf, keysOf } from '@/lib/people/matching/keys'
import { candidatePairs } from '@/lib/people/matching/memory-engine'

const meet = (a: RawFacets, b: RawFacets) => {
  const keys = new Set(keysOf(facetsFrom(a)))
  return keysOf(facetsFrom(b)).some((key) => keys.has(key))
}
const name = (text: string, more: RawFacets = {}): RawFacets => ({ names: [{ text }], ...more })
const born = (date: string) => ({ births: [date] })

describe('two records meet', () => {
  it.each([
    [
      'by a number',
      { identifiers: [{ type: 'nino' as const, value: 'QQ145061B' }] },
      { identifiers: [{ type: 'nino' as const, value: 'QQ 14 50 61 C' }] },
    ],
    ['by a nickname', name('Liz Taylor'), name('Elizabeth Taylor')],
    ['by sound', name('Steven Smyth'), name('Stephen Smith')],
    ['in either order', name('Nguyen An'), name('An Nguyen')],
    ['by a name too short to be heard', name('Mei Li'), name('Mei Li')],
    ['by a family name written otherwise', name('Jing Zhang'), name('Jing Cheung')],
    ['with a slip early in the family name', name('Bonaventure Fiffard'), name('Ann Giffard')],
    ['with a slip late in the family name', name('Bonaventure Giffars'), name('Ann Giffard')],
    ['by a first name alone, where few bear it', name('Cynethryth Ash'), name('Cynethryth')],
    ['by one part of a double name', name('Ann Meysey-Thompson'), name('Ann Thompson')],
    [
      'by birth alone, other names',
      name('Ada Lovelace', born('1984-03-16')),
      name('X Y', born('1984-03-16')),
    ],
    [
      'with day and month swapped',
      name('Ada Lovelace', born('1984-03-07')),
      name('X Y', born('1984-07-03')),
    ],
    [
      'by year and surname when only the year is known',
      name('A Byron', born('1984')),
      name('B Byron', born('1984-03-16')),
    ],
    ['by address', { postcodes: ['CV1 4HE'] }, { postcodes: ['LS6 1AB', 'CV14HE'] }],
    [
      'as a single name and a full one',
      name('Sukarno', born('1984')),
      name('Ahmed Sukarno', born('1984')),
    ],
  ])('%s', (_, a, b) => {
    expect(meet(a, b)).toBe(true)
  })

  it('not when nothing is alike', () => {
    expect(
      meet(name('Ada Lovelace', born('1984-03-16')), name('Bob Stone', born('1951-11-02'))),
    ).toBe(false)
  })
})

describe('blocks', () => {
  it('have a cap for every key', () => {
    for (const key of keysOf(
      facetsFrom(name('Ada Lovelace', { ...born('1984-03-16'), postcodes: ['CV1 4HE'] })),
    )) {
      expect(capOf(key)).toBeGreaterThan(0)
      expect(capOf(key)).toBeLessThanOrEqual(200)
    }
  })

  it('of a hostel are left out, counted, and its people still meet by name', () => {
    const surnames = 'Byron Clare Keats Blake Wyatt'.split(' ')
    const records = Array.from({ length: 500 }, (_, i) => ({
      id: String(i),
      facets: facetsFrom({
        names: [{ given: `${'ABCDEFGHIJ'.charAt(i % 10)}${i}`, family: surnames[i % 5] ?? '' }],
        births: [`19${String(50 + (i % 40))}-0${String((i % 9) + 1)}-1${String(i % 9)}`],
        postcodes: ['CV1 4HE'],
      }),
    }))
    const twin = records[7]
    if (!twin) throw new Error('no records')
    const { pairs, leftOut } = candidatePairs([...records, { id: 'again', facets: twin.facets }])
    expect(leftOut.blocks).toBeGreaterThan(0)
    expect(pairs.length).toBeLessThan((500 * 499) / 2 / 3)
    expect(pairs.some(([a, b]) => a === 7 && b === 500)).toBe(true)
  })

  it('of nobody: what is not known has no key', () => {
    expect(keysOf(facetsFrom({ names: [{ text: 'Unknown' }], births: ['01/01/1900'] }))).toEqual([])
  })
})
