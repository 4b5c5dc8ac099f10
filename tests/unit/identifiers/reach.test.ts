import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkPhone,
  formatPhone,
  looksLikePhone,
  phoneCannotBeReal,
  phoneNorm,
} from '@/lib/people/phone'
import {
  checkPostcode,
  isPseudoPostcode,
  postcodeNorm,
  standsForNoAddress,
} from '@/lib/people/postcode'
import { isStandInEmail } from '@/lib/people/stand-ins'

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

  it.each([
    ['ZZ99 3VZ', 'no settled address', true],
    ['ZZ99 3WZ', 'an address that is not known', false],
    ['ZZ99 3CZ', 'England, and no more is known', false],
    ['ZZ99 6CZ', 'India', false],
    ['ZZ99 7AZ', 'a country or a place that is not known', false],
  ])('%s stands for %s', (raw, meaning, unsettled) => {
    expect(checkPostcode(raw).message).toBe(`This postcode stands for ${meaning}.`)
    expect(standsForNoAddress(raw)).toBe(unsettled)
    expect(isPseudoPostcode(raw)).toBe(true)
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
    ['7700900123', '07700900123'],
    ['447700900982', '07700900982'],
    ['441632960001', '01632960001'],
    ['1632960002', '01632960002'],
    ['07700 900982 (mum)', '07700900982'],
    ['07700 900982 (mum 2)', '07700900982'],
    ['mob: 07700 900982', '07700900982'],
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

describe('what stands in a telephone number’s or an address’s place', () => {
  it.each(['7.7E+09', 'none', 'ring his mum', '00000000000', '01234567890', '0700000000', '-'])(
    '%s is no number of anybody',
    (raw) => expect(checkPhone(raw)).toMatchObject({ norm: '', check: 'none' }),
  )

  it('numbers for drama are nobody’s where people are real', () => {
    for (const raw of ['07700 900982', '0191 498 0123', '0909 8790123', '01632 960001']) {
      expect(checkPhone(raw, { live: true }).norm, raw).toBe('')
      expect(checkPhone(raw).norm, raw).not.toBe('')
    }
    expect(checkPhone('0191 496 0123', { live: true }).norm).toBe('01914960123')
  })

  it.each(['none@none.com', 'no-email@nhs.example', 'Test@test.com', 'x@x.com', '@'])(
    '%s is read by nobody',
    (address) => expect(isStandInEmail(address)).toBe(true),
  )

  it('an address like others is somebody’s', () => {
    for (const address of ['nora.none@mail.example', 'notting@hill.example', 'jo@mail.example'])
      expect(isStandInEmail(address), address).toBe(false)
  })
})
