import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { checkIdentifier, IDENTIFIER_TYPES, nhsCheckDigit } from '@/lib/people/identifiers'
import { fitsPattern } from '@/lib/people/local-pattern'

// Many rows or many tries: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const check = (...args: Parameters<typeof checkIdentifier>) => checkIdentifier(...args).check

describe('NHS number', () => {
  it.each(['401 023 2137', '4010232137', '401-023-2137', '401?023_2137', '999 000 0018'])(
    '%s is right',
    (raw) => {
      expect(check('nhs', raw)).toBe('ok')
    },
  )

  it('is shown 3-3-4 and compared without spaces', () => {
    expect(checkIdentifier('nhs', ' 4010232137 ')).toEqual({
      norm: '4010232137',
      display: '401 023 2137',
      check: 'ok',
    })
  })

  it('has no check digit for 999000000, so no tenth digit makes it right', () => {
    expect(nhsCheckDigit('999000000')).toBeNull()
    for (let d = 0; d < 10; d += 1) expect(check('nhs', `999000000${d}`)).not.toBe('ok')
  })

  it('is none of ten equal digits, too few digits, or letters: kept, never compared', () => {
    for (let d = 0; d < 10; d += 1) expect(check('nhs', String(d).repeat(10))).toBe('none')
    expect(checkIdentifier('nhs', ' 999 002 458')).toEqual({
      norm: '',
      display: '999 002 458',
      check: 'none',
      message: 'Not a number: an NHS number has 10 digits.',
    })
    expect(check('nhs', '1234567890')).toBe('none')
  })

  it('says of Scotland’s and Northern Ireland’s numbers what they are', () => {
    // Put together here: somebody could have them.
    const put = (...parts: string[]) => checkIdentifier('nhs', parts.join(' '))
    expect(put('010', '101', '1113').message).toContain('Scotland')
    expect(put('320', '000', '0015').message).toContain('Northern Ireland')
    expect(checkIdentifier('nhs', '943 476 5919').message).toContain('begins with 9')
  })

  it('of the test range is nobody’s where people are real', () => {
    expect(checkIdentifier('nhs', '999 000 0018', { live: true })).toMatchObject({
      norm: '',
      check: 'none',
    })
  })

  it('notices any one digit typed wrong', () => {
    const nine = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String)
    const place = fc.integer({ min: 0, max: 9 })
    fc.assert(
      fc.property(nine, place, fc.integer({ min: 1, max: 9 }), (first, at, more) => {
        const digit = nhsCheckDigit(first)
        fc.pre(digit !== null)
        const right = `${first}${digit}`
        const wrong = (Number(right[at]) + more) % 10
        return check('nhs', right.slice(0, at) + wrong + right.slice(at + 1)) !== 'ok'
      }),
    )
  })
})

describe('National Insurance number', () => {
  it('is right in the form HMRC gives', () => {
    expect(checkIdentifier('nino', 'ab123456c')).toEqual({
      norm: 'AB123456C',
      display: 'AB 12 34 56 C',
      check: 'ok',
    })
  })

  it.each([...'DFIQUV'])('never has %s as a first or second letter', (letter) => {
    expect(check('nino', `${letter}A123456A`)).toBe('warning')
    expect(check('nino', `A${letter}123456A`)).toBe('warning')
  })

  it('has O as a first letter but not as a second', () => {
    expect(check('nino', 'OA123456A')).toBe('ok')
    expect(check('nino', 'AO123456A')).toBe('warning')
  })

  it.each(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'])('never begins with %s', (prefix) => {
    expect(checkIdentifier('nino', `${prefix}123456A`).message).toContain(prefix)
  })

  it.each(['OO', 'CR', 'FY', 'MW', 'NC', 'PP'])('beginning %s is administrative', (prefix) => {
    expect(checkIdentifier('nino', `${prefix}123456A`)).toMatchObject({
      norm: '',
      message: expect.stringContaining('administrative') as string,
    })
  })

  it('made of a birthday and a sex is temporary, and many people’s', () => {
    expect(checkIdentifier('nino', 'TN 14 02 79 M')).toMatchObject({
      norm: '',
      check: 'none',
      message: expect.stringContaining('temporary') as string,
    })
  })

  it('warns of the example number, a wrong or missing last letter, too few digits', () => {
    expect(check('nino', 'QQ 12 34 56 A')).toBe('warning')
    expect(check('nino', 'AB123456E')).toBe('warning')
    expect(checkIdentifier('nino', 'AB 12 34 56')).toMatchObject({
      display: 'AB 12 34 56',
      check: 'warning',
      message: 'The letter at the end is missing.',
    })
    expect(check('nino', 'AB12345C')).toBe('none')
    expect(check('nino', 'QQ 12 34 56 A', { live: true })).toBe('none')
  })
})

describe('other numbers', () => {
  it('CRN: a letter and six digits', () => {
    expect(checkIdentifier('crn', 'x218096').norm).toBe('X218096')
    expect(check('crn', 'X218096')).toBe('ok')
    for (const raw of ['X21809', 'X2180967', '1218096', 'XX18096', 'X000000']) {
      expect(check('crn', raw)).toBe('none')
    }
  })

  it('prison number: by common use, so only a warning', () => {
    expect(check('prison', 'a1234bc')).toBe('ok')
    expect(check('prison', 'KL1234')).toBe('warning')
    for (const raw of ['A123BC', 'A0000AA', 'Recalled']) expect(check('prison', raw)).toBe('none')
  })

  it('UPRN: up to twelve digits without zeros in front', () => {
    expect(checkIdentifier('uprn', '100023336956')).toMatchObject({ check: 'ok' })
    expect(checkIdentifier('uprn', '000100023336').norm).toBe('100023336')
    expect(check('uprn', '1000233369561')).toBe('none')
    expect(check('uprn', '0')).toBe('none')
  })

  it('an agency’s own number: free, or by the agency’s pattern', () => {
    expect(checkIdentifier('local', ' ho 00001 ')).toEqual({
      norm: 'HO00001',
      display: 'ho 00001',
      check: 'ok',
    })
    expect(check('local', 'HO00001', { pattern: 'HO99999' })).toBe('ok')
    expect(check('local', 'HO0001', { pattern: 'HO99999' })).toBe('warning')
    expect(fitsPattern('AA/99', 'xy/12')).toBe(true)
    expect(fitsPattern('.*', 'xy')).toBe(false)
  })
})

it('takes any text for any kind, never throws, and is settled after once', () => {
  const type = fc.constantFrom(...IDENTIFIER_TYPES.map(({ key }) => key))
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  fc.assert(
    fc.property(type, text, (kind, raw) => {
      const first = checkIdentifier(kind, raw, { now: '2026-11-24' })
      const again = checkIdentifier(kind, first.norm, { now: '2026-11-24' })
      return again.norm === first.norm && (first.check === 'ok') === (again.check === 'ok')
    }),
    { numRuns: 1000 },
  )
  expect(checkIdentifier('nhs', '  ')).toMatchObject({ norm: '', check: 'none' })
})

describe('what stands in a number’s place', () => {
  const words =
    'REFUSED; Pending; NRPF; no recourse; Not known to PNC; NONE; n/a; Unknown; -; tbc; ???'
  const rounded = ['9.99E+09', '4.44E+09', '1.23457E+11', '1,2E+10', '1E9']

  it.each(words.split('; '))('%s is no number of any kind', (text) => {
    for (const { key } of IDENTIFIER_TYPES)
      expect(checkIdentifier(key, text), key).toMatchObject({ norm: '', display: text })
  })

  it.each(rounded)('%s has lost its digits, and says so', (text) => {
    for (const { key } of IDENTIFIER_TYPES)
      expect(checkIdentifier(key, text), key).toMatchObject({
        check: 'none',
        message: expect.stringContaining('lost its digits') as string,
      })
  })

  it('a serial of noughts, and runs of one digit', () => {
    expect(check('cro', '000000/00Z')).toBe('none')
    expect(check('pnc', '2000/0000000Z')).toBe('none')
    expect(check('local', '999999')).toBe('none')
    expect(check('local', '100007')).toBe('ok')
  })
})
