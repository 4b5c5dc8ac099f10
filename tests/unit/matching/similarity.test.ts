import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edits, jaroWinkler, near, reaches } from '@/lib/people/matching/similarity'
import { soundOf } from '@/lib/people/matching/sound'

describe('Jaro-Winkler', () => {
  it.each([
    ['MARTHA', 'MARHTA', 0.9611],
    ['DIXON', 'DICKSONX', 0.8133],
    ['DWAYNE', 'DUANE', 0.84],
    ['SMITH', 'SMITH', 1],
    ['ABC', 'XYZ', 0],
    ['', '', 0],
    ['A', '', 0],
  ])('of %s and %s is %d, as Winkler published it', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 3)
    expect(jaroWinkler(b, a)).toBeCloseTo(expected, 3)
  })
})

describe('what tells the unlike apart without comparing letters', () => {
  const word = fc.string({ unit: fc.constantFrom(...'AABEIOLMNRST'), maxLength: 12 })
  const longer = fc.string({ unit: fc.constantFrom(...'ABÖŁم한'), maxLength: 34 })

  it.each([
    ['names', word],
    ['long names and other scripts', longer],
  ])('never turns away words that are near or alike: %s', (_, words) => {
    fc.assert(
      fc.property(words, words, fc.constantFrom(0.82, 0.92), (a, b, least) => {
        const shorter = Math.min(a.length, b.length)
        expect(reaches(a, b, least)).toBe(shorter >= 3 && jaroWinkler(a, b) >= least)
        const slip = shorter > 3 && edits(a, b, 1) <= 1
        expect(near(a, b)).toBe(slip || (shorter >= 3 && jaroWinkler(a, b) >= 0.92))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('edits', () => {
  it.each([
    ['KITTEN', 'SITTEN', 1],
    ['BRIAN', 'BRAIN', 1],
    ['SMITH', 'SMIT', 1],
    ['SMITH', 'SMITHE', 1],
    ['SMITH', 'SMYTHE', 2],
    ['SMITH', 'JONES', 3],
    ['', 'AB', 2],
  ])('from %s to %s are %d, counted to three', (a, b, expected) => {
    expect(edits(a, b)).toBe(expected)
    expect(edits(b, a)).toBe(expected)
  })

  it('stop counting past the most asked for', () => {
    expect(edits('AAAAAAAA', 'BBBBBBBB', 1)).toBe(2)
  })
})

describe('near', () => {
  it('takes one slip of the keyboard in four letters, not in three', () => {
    expect(near('JOHN', 'JOGN')).toBe(true)
    expect(near('ANN', 'AMN')).toBe(false)
    expect(near('LI', 'LU')).toBe(false)
  })
})

describe('sound', () => {
  it.each([
    ['SMITH', 'SMYTH'],
    ['STEPHEN', 'STEVEN'],
    ['CATHERINE', 'KATHRYN'],
    ['PHILIP', 'FILIP'],
    ['MCDONALD', 'MACDONALD'],
    ['WRIGHT', 'RITE'],
    ['HUSSAIN', 'HUSSEIN'],
  ])('is one for %s and %s', (a, b) => {
    expect(soundOf(a)).toBe(soundOf(b))
  })

  it('tells SMITH from JONES and leaves other scripts as they are', () => {
    expect(soundOf('SMITH')).not.toBe(soundOf('JONES'))
    expect(soundOf('محمد')).toBe('محمد')
    expect(soundOf('')).toBe('')
  })
})
