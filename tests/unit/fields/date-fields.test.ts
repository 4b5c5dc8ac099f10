import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import {
  futureDate,
  optionalDate,
  optionalTime,
  partialDate,
  pastDate,
  timeOfDay,
  ukDate,
} from '@/lib/date-fields'
import { dateText } from '@/lib/form-state'
import { identifier, fullPostcode, postcode } from '@/lib/people/fields'
import { readTime } from '@/lib/time-text'

const now = () => '2026-11-24'
const message = (schema: z.ZodType, value: unknown) => {
  const { success, error } = schema.safeParse(value)
  return success ? null : error?.issues[0]?.message
}
const boxes = (day: string, month: string, year: string) => ({ day, month, year })

// The same three boxes as an object and as the text a form makes of them.
describe.each([
  ['boxes', boxes],
  ['text', dateText],
])('a date as %s', (_, typed) => {
  const birth = ukDate('date of birth')

  it('reads numbers and month names', () => {
    expect(birth.parse(typed('7', '3', '1984'))).toBe('1984-03-07')
    expect(birth.parse(typed(' 07 ', '03', ' 1984 '))).toBe('1984-03-07')
    expect(birth.parse(typed('7', 'March', '1984'))).toBe('1984-03-07')
    expect(birth.parse(typed('7', 'mar', '1984'))).toBe('1984-03-07')
  })

  it.each([
    ['', '', '', 'Enter date of birth'],
    ['7', '3', '', 'Date of birth must include a year'],
    ['7', '', '1984', 'Date of birth must include a month'],
    ['', '3', '1984', 'Date of birth must include a day'],
    ['7', '', '', 'Date of birth must include a month and year'],
    ['', '', '1984', 'Date of birth must include a day and month'],
    ['7', '3', '84', 'Date of birth: the year must have 4 numbers'],
    ['31', '2', '1984', 'Date of birth must be a real date'],
    ['7', '13', '1984', 'Date of birth must be a real date'],
    ['7', 'ma', '1984', 'Date of birth must be a real date'],
    ['7.5', '3', '1984', 'Date of birth must be a real date'],
  ])('%s/%s/%s: %4$s', (day, month, year, words) => {
    expect(message(birth, typed(day, month, year))).toBe(words)
  })

  it('holds dates to the past or the future', () => {
    const seen = pastDate('the date you met', now)
    const review = futureDate('review date', now)
    expect(seen.parse(typed('24', '11', '2026'))).toBe('2026-11-24')
    expect(review.parse(typed('24', '11', '2026'))).toBe('2026-11-24')
    expect(message(seen, typed('25', '11', '2026'))).toBe(
      'The date you met must be today or in the past',
    )
    expect(message(review, typed('23', '11', '2026'))).toBe(
      'Review date must be today or in the future',
    )
  })

  it('may be left out, but not in part', () => {
    const maybe = optionalDate(ukDate('review date'))
    expect(maybe.parse(typed('', '', ' '))).toBeNull()
    expect(maybe.parse(undefined)).toBeNull()
    expect(message(maybe, typed('7', '', '2026'))).toBe('Review date must include a month')
  })

  it('may be partly known', () => {
    const born = partialDate('date of birth', now)
    const whole = { year: 1984, month: 3, day: 7, estimated: false }
    expect(born.parse(typed('7', '3', '1984'))).toEqual(whole)
    expect(born.parse(typed('', '3', '1984'))).toEqual({ ...whole, day: null })
    expect(born.parse(typed('', '', '1984'))).toEqual({ ...whole, month: null, day: null })
    expect(message(born, typed('7', '3', ''))).toBe('Date of birth must include a year')
    expect(message(born, typed('7', '', '1984'))).toBe('Date of birth must include a month')
    expect(message(born, typed('', '', ''))).toContain('as much of it as is known')
    expect(message(born, typed('', '13', '1984'))).toBe('Date of birth must be a real date')
    expect(message(born, typed('', '', '2027'))).toBe('Date of birth must be in the past')
    expect(message(born, typed('', '', '1884'))).toContain('too long ago')
  })
})

it('takes the tick that a date was estimated, and nothing that was not asked', () => {
  const born = partialDate('date of birth', now)
  expect(born.parse({ ...boxes('', '', '1984'), estimated: 'on' }).estimated).toBe(true)
  expect(born.safeParse({ ...boxes('', '', '1984'), hour: '3' }).success).toBe(false)
  expect(born.safeParse(7).success).toBe(false)
})

describe('a time of day', () => {
  it.each([
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['09:30', '09:30'],
    ['0930', '09:30'],
    ['9:30am', '09:30'],
    ['2 pm', '14:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['noon', '12:00'],
    ['14:00:00', '14:00'],
    ['23:59', '23:59'],
  ])('%s is %s', (text, time) => expect(timeOfDay().parse(text)).toBe(time))

  it.each(['', '24', '9:60', '13pm', '0am', 'later', '9:3'])('%j is none', (text) => {
    expect(readTime(text)).toBeNull()
    expect(message(timeOfDay('a start time'), text)).toContain('Enter a start time')
  })

  it('may be left out, but not written wrong', () => {
    expect(['', ' ', undefined, '9'].map((text) => optionalTime().parse(text))).toEqual([
      null,
      null,
      null,
      '09:00',
    ])
    expect(message(optionalTime(), 'later')).toContain('Enter a time')
  })
})

describe('fields that warn and never block', () => {
  it('gives an identifier back checked', () => {
    expect(identifier('nhs').parse('943 476 5918')).toMatchObject({
      norm: '9434765918',
      check: 'warning',
    })
    expect(identifier('nhs').parse('')).toBeNull()
    expect(message(identifier('crn'), 'x'.repeat(61))).toContain('60 characters')
  })

  it('gives a postcode back checked, and blocks only where it must be whole', () => {
    expect(postcode().parse('cv1')).toMatchObject({ norm: 'CV1', check: 'warning' })
    expect(fullPostcode().parse('cv11aa')).toBe('CV1 1AA')
    expect(message(fullPostcode(), 'cv1')).toBe('Enter a full postcode, like CV1 1AA')
    expect(message(fullPostcode(), ' ')).toBe('Enter a postcode')
  })
})
