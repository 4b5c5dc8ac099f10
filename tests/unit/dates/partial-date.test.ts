import { describe, expect, it } from 'vitest'
import { ageOn, formatPartialDate, parsePartialDate, partialDateText } from '@/lib/partial-date'

describe('partial dates', () => {
  it.each(['1984', '1984-03', '1984-03-07'])('keeps %s as it was given', (text) => {
    const date = parsePartialDate(text)
    expect(date && partialDateText(date)).toBe(text)
  })

  it.each(['', '84', '1984-13', '1984-02-30', '1984-3-7', '0000', 'March'])(
    'does not take %j for a date',
    (text) => expect(parsePartialDate(text)).toBeNull(),
  )

  it('says what is known and no more', () => {
    const words = (text: string, estimated = false) => {
      const date = parsePartialDate(text, estimated)
      return date && formatPartialDate(date)
    }
    expect(words('1984-03-07')).toBe('7 March 1984')
    expect(words('1984-03')).toBe('March 1984')
    expect(words('1984')).toBe('1984')
    expect(words('1984', true)).toBe('about 1984')
  })
})

describe('age', () => {
  it('changes on the birthday', () => {
    expect(ageOn('1984-11-24', '2026-11-23')?.words).toBe('41')
    expect(ageOn('1984-11-24', '2026-11-24')?.words).toBe('42')
    expect(ageOn('2008-02-29', '2026-02-28')?.max).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')?.max).toBe(18)
  })

  it('gives both ages when the birthday is not known', () => {
    expect(ageOn('1984', '2026-11-24')).toEqual({ min: 41, max: 42, words: '41 or 42' })
    expect(ageOn('1984', '2026-12-31')?.words).toBe('42')
    expect(ageOn('1984-11', '2026-11-24')?.words).toBe('41 or 42')
    expect(ageOn('1984-10', '2026-11-24')?.words).toBe('42')
    expect(ageOn('2008-02', '2026-02-27')).toEqual({ min: 17, max: 18, words: '17 or 18' })
  })

  it('says about when the date was estimated, and nothing before birth', () => {
    const estimated = parsePartialDate('1984', true)
    expect(estimated && ageOn(estimated, '2026-11-24')?.words).toBe('about 42')
    expect(ageOn('2027', '2026-11-24')).toBeNull()
    expect(ageOn('2026', '2026-11-24')?.words).toBe('0')
    expect(ageOn('unknown', '2026-11-24')).toBeNull()
  })
})
