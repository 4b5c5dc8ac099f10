import { describe, expect, it } from 'vitest'
import { checkIdentifier } from '@/lib/people/identifiers'

const pnc = (raw: string, now = '2026-11-24') => checkIdentifier('pnc', raw, { now })
const cro = (raw: string) => checkIdentifier('cro', raw)

describe('PNC number', () => {
  it.each([
    ['2003/0011985X', '2003/0011985X'],
    ['2001/0171310W', '2001/0171310W'],
    ['2003/11985X', '2003/0011985X'],
    ['03/11985x', '2003/0011985X'],
    ['03/0011985X', '2003/0011985X'],
    ['20030011985X', '2003/0011985X'],
    ['0311985X', '2003/0011985X'],
    [' 2003 / 0011985 X ', '2003/0011985X'],
  ])('%s is %s', (raw, norm) => {
    expect(pnc(raw)).toEqual({ norm, display: norm, check: 'ok' })
  })

  it('puts a two-digit year in the past', () => {
    expect(pnc('79/1B').norm.slice(0, 4)).toBe('1979')
    expect(pnc('26/1B').norm.slice(0, 4)).toBe('2026')
    expect(pnc('27/1B').norm.slice(0, 4)).toBe('1927')
    expect(pnc('27/1B', '2031-01-01').norm.slice(0, 4)).toBe('2027')
  })

  it('keeps a number whose letter is wrong, with a warning', () => {
    expect(pnc('2003/0011985Y')).toMatchObject({ norm: '2003/0011985Y', check: 'warning' })
    expect(pnc('2003/0011986X').check).toBe('warning')
    // I, O and S are never check letters.
    for (const letter of 'IOS') expect(pnc(`2003/0011985${letter}`).check).toBe('warning')
  })

  it.each(['2003/00119855', '2003/00119851X', '203/0011985X', 'X', '2003/X'])(
    'keeps %s, which has not the form, and compares nobody by it',
    (raw) => expect(pnc(raw)).toMatchObject({ norm: '', display: raw, check: 'none' }),
  )
})

describe('CRO number', () => {
  it('checks the standard form, serial filled to six', () => {
    expect(cro('265416/21G')).toEqual({ norm: '265416/21G', display: '265416/21G', check: 'ok' })
    expect(cro('265416/21H').check).toBe('warning')
    expect(cro('26541621g').norm).toBe('265416/21G')
    // 21000001 leaves 12 by 23, and the letter at 12 (from 0) is M.
    expect(cro('1/21M')).toMatchObject({ norm: '000001/21M', check: 'ok' })
    expect(cro('1/21L').check).toBe('warning')
  })

  it('checks the file form, serial as it is', () => {
    // 05482703 leaves 9 by 23: J. 3912 leaves 2: B. Padded, 39000012 would leave 16: R.
    expect(cro('SF05/482703J')).toMatchObject({ norm: 'SF05/482703J', check: 'ok' })
    expect(cro('SF39/12B')).toMatchObject({ norm: 'SF39/12B', check: 'ok' })
    expect(cro('SF39/12R').check).toBe('warning')
  })

  it('takes a dash for nothing, and compares nobody by what has not the form', () => {
    expect(cro('265416-21G')).toMatchObject({ norm: '265416/21G', check: 'ok' })
    expect(cro('abc')).toMatchObject({ norm: '', display: 'ABC', check: 'none' })
  })
})
