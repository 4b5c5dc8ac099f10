import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  dateText,
  dateValues,
  formErrors,
  formInput,
  formValues,
  textOf,
  textsOf,
} from '@/lib/form-state'

function posted(...entries: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('what was typed', () => {
  test('comes back as typed, blanks at the ends included', () => {
    expect(formValues(posted(['words', '  Seen at the day centre ']))).toEqual({
      words: '  Seen at the day centre ',
    })
  })

  test('has the line ends that a browser shows', () => {
    expect(formValues(posted(['words', 'one\r\ntwo\rthree']))).toEqual({ words: 'one\ntwo\nthree' })
  })

  test('leaves out files and the fields of the framework', () => {
    const data = posted(['$ACTION_ID_40', ''], ['$ACTION_REF_1', ''], ['words', 'x'])
    data.append('file', new File(['secret'], 'notes.csv'))
    expect(formValues(data)).toEqual({ words: 'x' })
  })

  test('tells no box ticked from one and from several', () => {
    expect(formValues(posted(['needs[]', '']))).toEqual({ needs: [] })
    expect(formValues(posted(['needs[]', ''], ['needs[]', 'money']))).toEqual({ needs: ['money'] })
    expect(
      formValues(posted(['needs[]', ''], ['needs[]', 'money'], ['needs[]', 'justice'])),
    ).toEqual({ needs: ['money', 'justice'] })
  })

  test('cannot reach an object by its prototype', () => {
    const values = formValues(posted(['__proto__', 'x'], ['constructor', 'y']))
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(Object.hasOwn(values, '__proto__')).toBe(true)
  })

  test('is read as one text or as several', () => {
    expect(textOf({ a: ['x', 'y'] }, 'a')).toBe('x')
    expect(textOf({}, 'a')).toBe('')
    expect(textsOf({ a: 'x' }, 'a')).toEqual(['x'])
    expect(textsOf({}, 'a')).toEqual([])
  })
})

describe('what the schema is asked', () => {
  test('has no key, no version, and one text for the three boxes of a date', () => {
    const values = formValues(
      posted(
        ['formKey', 'k'],
        ['version', '7'],
        ['born-day', '7'],
        ['born-month', '3'],
        ['born-year', '1992'],
        ['words', 'x'],
      ),
    )
    expect(formInput(values)).toEqual({ born: '1992-03-07', words: 'x' })
  })

  test('keeps a field that only looks like part of a date', () => {
    expect(formInput({ 'tax-year': '2026' })).toEqual({ 'tax-year': '2026' })
  })

  test('leaves what was typed as it was', () => {
    const values = { 'born-day': '7', 'born-month': '3', 'born-year': '1992' }
    formInput(values)
    expect(Object.keys(values)).toEqual(['born-day', 'born-month', 'born-year'])
  })

  test.each([
    [['', '', ''], ''],
    [['', '', '1992'], '1992'],
    [['', '3', '1992'], '1992-03'],
    [['7', '3', '1992'], '1992-03-07'],
    [['12', '', '1992'], '1992--12'],
    [[' 7 ', '03', ' 1992 '], '1992-03-07'],
    [['7', 'March', '1992'], '1992-March-07'],
    [['31', '2', '92'], '92-02-31'],
  ])('a date typed as %j is %j', ([day, month, year], text) => {
    expect(dateText(day ?? '', month ?? '', year ?? '')).toBe(text)
  })

  test.each(['1992-03-07', '1992-03', '1992', ''])('%j goes to its boxes and back', (text) => {
    expect(formInput(dateValues('born', text))).toEqual({ born: text })
  })
})

describe('what is wrong', () => {
  const schema = z.strictObject({
    what: z.enum(['seen', 'phone'], 'Choose what happened'),
    words: z.string().min(5, 'Say a little more').regex(/\./, 'End with a full stop'),
    phones: z.array(z.string().min(3, 'Enter a telephone number')),
  })

  test('is the first thing for each field, in the order of the schema', () => {
    const { error } = schema.safeParse({ what: 'x', words: 'ab', phones: ['1', '2'] })
    expect(Object.entries(formErrors(error?.issues ?? []))).toEqual([
      ['what', 'Choose what happened'],
      ['words', 'Say a little more'],
      ['phones', 'Enter a telephone number'],
    ])
  })

  test('goes under no name when it is the whole form', () => {
    const { error } = schema.safeParse({ what: 'seen', words: 'abcd.', phones: [], more: 1 })
    expect(Object.keys(formErrors(error?.issues ?? []))).toEqual([''])
  })
})
