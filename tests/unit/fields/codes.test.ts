import { describe, expect, it } from 'vitest'
import { ACCOMMODATION, isSettled, livingWords } from '@/lib/code-lists/accommodation'
import { codeRows } from '@/lib/code-lists/all'
import { ETHNICITY, ethnicityFromJustice } from '@/lib/code-lists/ethnicity'
import { NEED_MAPPINGS } from '@/lib/code-lists/need-mappings'
import { CONTACT_OUTCOMES, labelOf, NEED_DOMAINS, offered } from '@/lib/codes'

describe('code lists', () => {
  it('name every value once, in words short enough for a button', () => {
    const rows = codeRows()
    const keys = rows.map(({ list, key }) => `${list}/${key}`)
    expect(new Set(keys).size).toBe(keys.length)
    const labels = rows.map(({ list, label }) => `${list}/${label}`)
    expect(new Set(labels).size).toBe(labels.length)
    for (const { label } of rows) {
      expect(label.length).toBeLessThanOrEqual(52)
      expect(label).toMatch(/^\p{Lu}/u)
    }
  })

  it('blame nobody', () => {
    const forbidden = /offender|misuse|\bfail|DNA\b|refus|complex|unresponsive|client|service user/i
    for (const { label } of codeRows()) expect(label).not.toMatch(forbidden)
  })

  it('give labels, and a value the list no longer has in words, never as a code', () => {
    expect(labelOf(CONTACT_OUTCOMES, 'not_seen')).toBe('Not seen')
    expect(labelOf(CONTACT_OUTCOMES, 'old_value')).toBe('Old value')
    expect(labelOf(CONTACT_OUTCOMES, 'At a food bank')).toBe('At a food bank')
  })

  it('keep retired codes readable and offer them no more', () => {
    expect(livingWords('A05')).toBe('No fixed abode (old code)')
    const keys = offered(ACCOMMODATION).map(({ key }) => key)
    for (const old of ['A05', 'A06', 'A08B']) expect(keys).not.toContain(old)
    const old = codeRows().filter(({ current }) => !current)
    expect(old.filter(({ list }) => list === 'accommodation')).toHaveLength(3)
    // What files write, and nobody chooses.
    expect(old.filter(({ list }) => list !== 'accommodation')).toMatchObject([
      { list: 'fact_source', key: 'import' },
    ])
  })
})

describe('where somebody lives', () => {
  it('keeps sleeping rough and sofa surfing apart', () => {
    expect(livingWords('A08A')).not.toBe(livingWords('A07A'))
    expect([isSettled('A08A'), isSettled('A07A'), isSettled('A07B')]).toEqual([false, false, true])
    expect([isSettled('A06'), isSettled('nowhere')]).toEqual([null, null])
  })

  it.each(['A08', 'A15', 'A13', 'REFUGE'])('shows %s as not settled and no more', (key) => {
    expect(livingWords(key)).toBe('Not settled')
  })
})

describe('ethnicity', () => {
  it('is the census list of nineteen, one that does not apply, and two answers of ours', () => {
    expect(ETHNICITY).toHaveLength(22)
    expect(ETHNICITY.filter(({ group }) => group !== null)).toHaveLength(19)
  })

  it('maps criminal justice codes, and leaves one it does not know', () => {
    expect(ethnicityFromJustice('b1')).toBe('7')
    expect(ethnicityFromJustice('A4')).toBe('2')
    expect(ethnicityFromJustice('W8')).toBeNull()
    expect(ethnicityFromJustice('Z9')).toBeNull()
  })
})

describe('needs', () => {
  it('each have a mapping, and the published definitions their number of domains', () => {
    expect(Object.keys(NEED_MAPPINGS)).toEqual(NEED_DOMAINS.map(({ key }) => key))
    const all = Object.values(NEED_MAPPINGS)
    expect(all.filter((m) => m.hardEdges === 'core')).toHaveLength(3)
    expect(all.filter((m) => m.fourDomains !== null)).toHaveLength(4)
    expect(all.filter((m) => m.changingFutures)).toHaveLength(5)
  })
})
