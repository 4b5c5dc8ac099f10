import { describe, expect, it } from 'vitest'
import { birthFromText } from '@/lib/people/matching/births'
import {
  compareBirths,
  compareNumbers,
  comparePostcodes,
} from '@/lib/people/matching/compare-facts'

describe('a date of birth as written', () => {
  it.each(['1961-03-16', '16/03/1961', '16-Mar-1961', '19610316', '16.3.1961', '16 March 1961'])(
    '%s is one day',
    (text) => {
      expect(birthFromText(text)).toEqual({ year: 1961, month: 3, day: 16 })
    },
  )

  it('keeps an impossible month, which is a slip of one key', () => {
    expect(birthFromText('1961-23-16')).toEqual({ year: 1961, month: 23, day: 16 })
  })

  it('knows a year alone', () => {
    expect(birthFromText('1961')).toEqual({ year: 1961 })
  })

  it.each(['01/01/1900', '1970-01-01', '', 'unknown', '31/12/9999', '0000-00-00', '12/12/1821'])(
    'there is no date in "%s"',
    (text) => {
      expect(birthFromText(text)).toBeNull()
    },
  )
})

describe('two dates of birth', () => {
  const level = (a: string, b: string) => {
    const [left, right] = [birthFromText(a), birthFromText(b)]
    return left && right ? compareBirths(left, right)?.level : undefined
  }
  it.each([
    ['1961-03-16', '1961-03-16', 'exact'],
    ['1961-03-07', '1961-07-03', 'swapped'],
    ['1961-03-16', '1962-03-16', 'edit'],
    ['1961-03-16', '1961-03-17', 'edit'],
    ['1961-03-16', '1961-63-16', 'edit'],
    ['1961-03-16', '1961-01-01', 'habit'],
    ['1961-03-16', '1961', 'habit'],
    ['1961-01-01', '1967-01-01', 'yearSlip'],
    ['1961-03-16', '1961-03-29', 'twoParts'],
    ['1961-03-16', '1991-03-16', 'otherYear'],
    ['1961-03-16', '1961-08-29', 'year'],
    ['1961-03-16', '1964-08-29', 'decade'],
    ['1961-03-16', '1994-08-29', 'different'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(level(a, b)).toBe(expected)
    expect(level(b, a)).toBe(expected)
  })

  it('a slip of three decades is not one slip', () => {
    expect(level('1961-03-16', '1991-03-16')).not.toBe('edit')
  })
})

describe('two postcodes', () => {
  it.each([
    ['CV49PT', 'CV49PT', 'exact'],
    ['CV24PU', 'CV245U', 'slip'],
    ['CV49PT', 'CV49PL', 'edit'],
    ['CV49PT', 'CV49XY', 'sector'],
    ['CV49PT', 'CV41XY', 'outward'],
    ['CV49PT', 'LS61AB', 'different'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(comparePostcodes(a, b).level).toBe(expected)
    expect(comparePostcodes(b, a).level).toBe(expected)
  })
})

describe('two numbers', () => {
  it('one slip apart is a level of its own in six characters or more', () => {
    expect(compareNumbers('nhs', '9990024588', '9990024588').level).toBe('exact')
    expect(compareNumbers('nhs', '9990024588', '9990024589').level).toBe('edit')
    expect(compareNumbers('local', '1234', '1235').level).toBe('different')
  })
})
