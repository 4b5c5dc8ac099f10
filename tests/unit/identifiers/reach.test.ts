import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPhone, looksLikePhone, phoneCannotBeReal, phoneNorm } from '@/lib/people/phone'
import { checkPostcode, postcodeNorm, standsForNoAddress } from '@/lib/people/postcode'

describe('postcodes', () => {
  it.each([
    ['cv11aa', 'CV1 1AA', 'CV1'],
    ['CV1  1AA', 'CV1 1AA', 'CV1'],
    ['m11ae', 'M1 1AE', 'M1'],
    ['B338TH', 'B33 8TH', 'B33'],
    ['w1a 0ax', 'W1A 0AX', 'W1A'],
    ['EC1A-1BB', 'EC1A 1BB', 'EC1A'],
  ])('%s is %s', (raw, display, outward) => {
    expect(checkPostcode(raw)).toMatchObject({ display, outward, check: 'ok' })
    expect(postcodeNorm(raw)).toBe(display.replace(' ', ''))
  })

  it.each(['CV1', 'CV6 5', '1CV 1AA', 'CV1 1AC', 'Q1 1AA', 'not known', ''])(
    'warns of %j and keeps it',
    (raw) => expect(checkPostcode(raw)).toMatchObject({ outward: null, check: 'warning' }),
  )

  it('knows the stand-ins for no settled address', () => {
    expect(standsForNoAddress('ZZ99 3VZ')).toBe(true)
    expect(standsForNoAddress('NF1 1NF')).toBe(true)
    expect(checkPostcode('zz99 3vz').message).toContain('no settled address')
    expect(standsForNoAddress('CV1 1AA')).toBe(false)
  })
})

describe('telephone numbers', () => {
  it.each([
    ['07700 900 982', '07700900982'],
    ['+44 7700 900982', '07700900982'],
    ['+44 (0)7700 900982', '07700900982'],
    ['0044 7700 900982', '07700900982'],
    ['(01632) 960-001 ext 4', '01632960001'],
    ['０７７００９００９８２', '07700900982'],
    ['+353 1 234 5678', '0035312345678'],
    ['none', ''],
  ])('%s is compared as %s', (raw, norm) => expect(phoneNorm(raw)).toBe(norm))

  it('is the same however it was shown', () => {
    const digits = fc.stringMatching(/^0[1237]\d{9}$/)
    fc.assert(fc.property(digits, (norm) => phoneNorm(formatPhone(norm)) === norm))
  })

  it('reads out in groups', () => {
    expect(formatPhone('07700900982')).toBe('07700 900 982')
    expect(formatPhone('02079460123')).toBe('020 7946 0123')
    expect(formatPhone('01632960001')).toBe('01632 960 001')
    expect(formatPhone('01214960001')).toBe('0121 496 0001')
    expect(formatPhone('12345')).toBe('12345')
  })

  it('tells a number from what is none, and nobody’s from somebody’s', () => {
    expect(looksLikePhone('ring his mum')).toBe(false)
    expect(looksLikePhone('960001')).toBe(true)
    expect(phoneCannotBeReal('07700900982')).toBe(true)
    expect(phoneCannotBeReal('06123456789')).toBe(true)
    expect(phoneCannotBeReal('07911123456')).toBe(false)
  })
})
