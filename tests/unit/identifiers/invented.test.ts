import { describe, expect, it } from 'vitest'
import { checkIdentifier } from '@/lib/people/identifiers'
import type { IdentifierType } from '@/lib/people/identifiers'
import { cannotBeReal, refusedInPractice } from '@/lib/people/invented'

const norm = (type: IdentifierType, raw: string) => checkIdentifier(type, raw).norm
const invented = (type: IdentifierType, raw: string) => cannotBeReal(type, norm(type, raw))

describe('numbers that belong to nobody', () => {
  it('takes the ranges never given out', () => {
    expect(invented('nhs', '999 000 0018')).toBe(true)
    expect(invented('nino', 'QQ 12 34 56 A')).toBe(true)
    expect(invented('crn', 'X218096')).toBe(true)
  })

  it('takes what fails its own form, since nobody has such a number', () => {
    expect(invented('nhs', '943 476 5918')).toBe(true)
    expect(invented('nhs', '943 476 591')).toBe(true)
    expect(invented('nino', 'AB12345C')).toBe(true)
    expect(invented('crn', 'A12345')).toBe(true)
  })

  it('does not take what somebody may have', () => {
    expect(invented('nhs', '943 476 5919')).toBe(false)
    expect(invented('nino', 'AB123456C')).toBe(false)
    expect(invented('nino', 'AB123456')).toBe(false)
    expect(invented('crn', 'A218096')).toBe(false)
    expect(invented('pnc', '2003/0011985X')).toBe(false)
  })

  it('lets practice refuse only where an invented range exists', () => {
    const refused = (type: IdentifierType, raw: string) =>
      refusedInPractice(type, checkIdentifier(type, raw))
    expect(refused('nhs', '9434765919')).toBe(true)
    expect(refused('nhs', '9990000018')).toBe(false)
    expect(refused('nino', 'OO123456A')).toBe(true)
    expect(refused('nino', 'not known')).toBe(false)
    expect(refused('pnc', '2003/0011985X')).toBe(false)
    expect(refused('local', 'HO00001')).toBe(false)
  })
})
