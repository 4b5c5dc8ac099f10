import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as fields from '@/lib/fields'

const message = (schema: z.ZodType, value: unknown) => {
  const { success, error } = schema.safeParse(value)
  return success ? null : error?.issues[0]?.message
}
const fruit = [
  { key: 'apple', label: 'Apple' },
  { key: 'pear', label: 'Pear' },
] as const

describe('text', () => {
  const words = fields.requiredText('what happened', { max: 10 })

  it('keeps lines, drops blanks at the ends and what no database keeps', () => {
    expect(words.parse('  a\r\nb\rc\u0000 ')).toBe('a\nb\nc')
    expect(words.parse('e\u0301')).toBe('é')
  })

  it('says in words what is missing or too long', () => {
    expect(message(words, ' \n ')).toBe('Enter what happened')
    expect(message(words, undefined)).toBe('Enter what happened')
    expect(message(words, ['a'])).toBe('Enter what happened')
    expect(message(words, 'x'.repeat(11))).toBe('What happened must be 10 characters or fewer')
    expect(message(fields.requiredText('x', { missing: 'Say why' }), '')).toBe('Say why')
    expect(message(fields.requiredText('x', { max: 4000 }), 'x'.repeat(4001))).toContain('4,000')
  })

  it('counts characters as people do', () => {
    expect(words.parse('🙂'.repeat(10))).toHaveLength(20)
    expect(message(words, '🙂'.repeat(11))).toContain('10 characters')
  })

  it('may be left out', () => {
    const maybe = fields.optionalText('anything else')
    expect([maybe.parse(''), maybe.parse(' '), maybe.parse(undefined)]).toEqual([null, null, null])
    expect(maybe.parse(' a ')).toBe('a')
    expect(message(maybe, 'x'.repeat(201))).toContain('Anything else must be 200')
  })
})

describe('email', () => {
  it.each([
    'joy@example.com',
    ' Joy.O’Neil@mail.example.co.uk ',
    'zoë@exämple.org',
    'a+b@例え.テスト',
  ])('takes %s', (text) => expect(fields.email().parse(text)).toBe(text.trim()))

  it.each([
    'joy',
    'joy@',
    '@example.com',
    'joy@example',
    'joy@@example.com',
    'joy@evil.test@example.com',
    'joy＠evil.test@example.com',
    'joy@-example.com',
    'joy@example..com',
    'joy @example.com',
    '.joy@example.com',
    'joy@127.0.0.1',
    `joy@${'a'.repeat(250)}.com`,
    'joy\u200b@example.com',
  ])('does not take %s', (text) => {
    expect(message(fields.email(), text)).toBe('Enter an email address, like name@example.com')
  })

  it('reads a full-width at sign as the plain one', () => {
    expect(fields.email().parse('joy＠example.com')).toBe('joy@example.com')
    expect(fields.emailNorm(' Joy@Example.COM ')).toBe('joy@example.com')
    expect(message(fields.email(), ' ')).toBe('Enter an email address')
  })

  it('never lets through two at signs, blanks or control characters', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const read = fields.email().safeParse(`${a}@${b}.org`)
        return !read.success || /^[^\s@\p{C}]+@[^\s@\p{C}]+$/u.test(read.data)
      }),
    )
  })
})

describe('choices', () => {
  it('takes one of a list and nothing else', () => {
    const one = fields.oneOf(fruit, 'Select a fruit')
    expect(one.parse('pear')).toBe('pear')
    for (const wrong of ['', 'plum', undefined, 'toString', ['pear']]) {
      expect(message(one, wrong)).toBe('Select a fruit')
    }
    const maybe = fields.optionalOneOf(fruit)
    expect([maybe.parse(''), maybe.parse(undefined), maybe.parse('apple')]).toEqual([
      null,
      null,
      'apple',
    ])
    expect(message(maybe, 'plum')).toBe('Select one of the list')
    expect(fields.hasKey(fruit, 'apple')).toBe(true)
    expect(fields.hasKey(fruit, '__proto__')).toBe(false)
  })

  it('takes some of a list as a form posts them', () => {
    const some = fields.someOf(fruit)
    expect([some.parse(undefined), some.parse('pear'), some.parse(['pear', 'pear'])]).toEqual([
      [],
      ['pear'],
      ['pear'],
    ])
    expect(message(some, ['plum'])).toBe('Select from the list')
    expect(message(fields.someOf(fruit, { missing: 'Select a fruit' }), '')).toBe('Select a fruit')
  })

  it('reads ticks and yes or no', () => {
    expect(['on', true, undefined, '', 'off'].map((v) => fields.tickBox().parse(v))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(message(fields.mustTick('Tick the box'), undefined)).toBe('Tick the box')
    expect(fields.yesNo('Say yes or no').parse('no')).toBe(false)
    expect(message(fields.yesNo('Say yes or no'), undefined)).toBe('Say yes or no')
  })
})

describe('numbers and rows', () => {
  it('takes whole numbers in range', () => {
    const visits = fields.wholeNumber('visits', { min: 0, max: 20 })
    expect([visits.parse('7'), visits.parse(' 20 '), visits.parse(0)]).toEqual([7, 20, 0])
    for (const wrong of ['', '21', '1.5', '1e1', -1, undefined]) {
      expect(message(visits, wrong)).toBe('Visits must be a whole number from 0 to 20')
    }
  })

  it('takes the identity and version of a row', () => {
    expect(fields.id().parse('018f3c1e-0000-7000-8000-000000000001')).toHaveLength(36)
    expect(message(fields.id(), '1')).toContain('out of date')
    expect(fields.version().parse('3')).toBe(3)
    expect(message(fields.version(), 'x')).toContain('out of date')
  })

  it('takes what can be a telephone number', () => {
    const phone = fields.phone()
    expect(phone.parse('07700 900 982 (his sister)')).toBe('07700 900 982 (his sister)')
    expect(phone.parse('')).toBeNull()
    expect(message(phone, 'ring his mum')).toContain('01632 960 001')
  })
})
