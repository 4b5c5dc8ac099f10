import { describe, expect, it } from 'vitest'
import { partialDateText } from '@/lib/partial-date'
import { detectDates } from '@/lib/transfer/date-column'
import { isStandIn, readDate, salvageDate } from '@/lib/transfer/dates'
import type { DateOrder } from '@/lib/transfer/dates'

const now = '2026-11-24'
const read = (text: string, order: DateOrder) => {
  const date = readDate(text, order, now)
  return date && partialDateText(date)
}

describe('one date', () => {
  it.each<[string, DateOrder, string]>([
    ['18/05/1997', 'dmy', '1997-05-18'],
    ['8/5/1997', 'dmy', '1997-05-08'],
    ['18.05.1997', 'dmy', '1997-05-18'],
    ['18-May-1997', 'dmy', '1997-05-18'],
    ['18 MAY 1997', 'ymd', '1997-05-18'],
    ['18th September 1997', 'dmy', '1997-09-18'],
    ['Sept 18, 1997', 'dmy', '1997-09-18'],
    ['Tue 18 Mar 1997', 'dmy', '1997-03-18'],
    ['1997-May-18', 'dmy', '1997-05-18'],
    ['05/18/1997', 'mdy', '1997-05-18'],
    ['1997-05-18', 'dmy', '1997-05-18'],
    ['1997/05/18', 'ymd', '1997-05-18'],
    ['19970518', 'ymd', '1997-05-18'],
    ['18051997', 'dmy', '1997-05-18'],
    ['1997-05-18T00:00:00Z', 'ymd', '1997-05-18'],
    ['18/05/1997 00:00', 'dmy', '1997-05-18'],
    ['18/05/97', 'dmy', '1997-05-18'],
    ['18/05/26', 'dmy', '2026-05-18'],
    ['18/05/27', 'dmy', '1927-05-18'],
    ['35568', 'serial', '1997-05-18'],
    ['1997', 'dmy', '1997'],
    ['05/1997', 'dmy', '1997-05'],
    ['May 1997', 'dmy', '1997-05'],
    ['1997-05', 'ymd', '1997-05'],
    // With a zone: the day in London, also in the winters that kept summer time (1968 to 1971).
    ['1997-05-17T23:00:00.000Z', 'ymd', '1997-05-18'],
    ['1997-05-18T00:00:00+01:00', 'ymd', '1997-05-18'],
    ['1997-05-18T00:00:00+02:00', 'ymd', '1997-05-18'],
    ['1997-12-18T23:00:00Z', 'ymd', '1997-12-18'],
    ['1970-01-14T23:00:00+0000', 'ymd', '1970-01-15'],
    ['17/05/1997 23:00:00 +00:00', 'dmy', '1997-05-18'],
    ['17/05/1997 11:00 PM GMT', 'dmy', '1997-05-18'],
    ['19970517T230000Z', 'ymd', '1997-05-18'],
    ['17/05/1997 23:00', 'dmy', '1997-05-17'],
    ['1997-05-18Z', 'ymd', '1997-05-18'],
    ['1997-05-18+01:00', 'dmy', '1997-05-18'],
    ['19970518093000', 'ymd', '1997-05-18'],
    ['35568.5', 'serial', '1997-05-18'],
    ['1985', 'serial', '1985'],
    ['97-05-18', 'ymd', '1997-05-18'],
    ['18/12/26', 'dmy', '1926-12-18'],
    ['18-Dec-26', 'dmy', '1926-12-18'],
  ])('%s (%s) is %s', (text, order, date) => expect(read(text, order)).toBe(date))

  it.each<[string, DateOrder]>([
    ['', 'dmy'],
    ['not known', 'dmy'],
    ['31/02/1997', 'dmy'],
    ['05/18/1997', 'dmy'],
    ['19998803', 'ymd'],
    ['18/05/997', 'dmy'],
    ['18 Marvin 1997', 'dmy'],
    ['1/2/3/4', 'dmy'],
    ['12', 'dmy'],
    ['12', 'serial'],
    ['13/1997', 'dmy'],
  ])('%j (%s) is none', (text, order) => expect(read(text, order)).toBeNull())

  it.each<[string, DateOrder, string | null]>([
    ['53/02/1988', 'dmy', '1988-02'],
    ['21/85/1951', 'dmy', '1951'],
    ['02/53/1988', 'mdy', '1988-02'],
    ['1988-02-30', 'ymd', '1988-02'],
    ['1988-02-30', 'dmy', '1988-02'],
    ['19998803', 'ymd', '1999'],
    ['53021988', 'dmy', '1988-02'],
    ['53/02/88', 'dmy', null],
    ['53/02/0988', 'dmy', null],
    ['CV1 1AA', 'dmy', null],
    ['', 'ymd', null],
  ])('of %s (%s), which is none, %s can be kept', (text, order, kept) => {
    const date = salvageDate(text, order)
    expect(date && partialDateText(date)).toBe(kept)
  })

  it('that may lie ahead takes the nearest of two digits', () => {
    const near = (text: string) => readDate(text, 'dmy', now, 'near')?.year
    expect([near('18/12/26'), near('05/01/27'), near('18/05/99')]).toEqual([2026, 2027, 1999])
  })

  it('knows the stand-ins', () => {
    const date = (text: string) => readDate(text, 'dmy', now)
    expect(isStandIn(date('01/01/1900') ?? expect.fail())).toBe(true)
    expect(isStandIn(date('01/01/1970') ?? expect.fail())).toBe(false)
  })
})

describe('a column of dates', () => {
  const detect = (...values: string[]) => detectDates(values, now)

  it('is British when any day says so', () => {
    expect(detect('01/02/1990', '18/05/1997', '')).toEqual({
      order: 'dmy',
      ambiguous: false,
      twoDigitYears: false,
      unread: 0,
      dayAndMonth: true,
    })
  })

  it('is American when any month says so', () => {
    expect(detect('01/02/1990', '05/18/1997')?.order).toBe('mdy')
  })

  it('is British and flagged when nothing says', () => {
    expect(detect('01/02/1990', '05/06/1997')).toMatchObject({ order: 'dmy', ambiguous: true })
    expect(detect('01/01/1990', '05/05/1997')).toMatchObject({ ambiguous: false })
    expect(detect('18-May-1997')).toMatchObject({ order: 'dmy', ambiguous: false })
  })

  it('flags years of two digits, and counts what it cannot read', () => {
    expect(detect('18/05/97')).toMatchObject({ order: 'dmy', twoDigitYears: true })
    const values = ['19970518', '19440116', '20001231', '19850203', '19998803']
    expect(detect(...values)).toMatchObject({ order: 'ymd', unread: 1, ambiguous: false })
  })

  it('is none when the values are something else', () => {
    expect(detect('CV1 1AA', 'CV2 4LD')).toBeNull()
    expect(detect('', ' ')).toBeNull()
    expect(detect('9434765919', '9990000018')).toBeNull()
  })

  it('of spreadsheet numbers is known as such', () => {
    expect(detect('35568', '31000')?.order).toBe('serial')
  })
})
