import type { CaseloadRow } from '@/lib/caseload/queries'
import { rowName } from '@/lib/caseload/words'
import { formatShortDate, formatTime, londonDate, type PlainDate } from '@/lib/dates'
import { dateWords } from '@/lib/appointments/words'

/** A date of somebody I am named for, as `page.my_dates` returns it. */
export type MyDate = Pick<CaseloadRow, 'name' | 'described'> & {
  id: string
  personId: string
  startsAt: string
  kind: string
  own: boolean
  agency: string
  worker: string | null
  place: string | null
}

/** When, with whom, and what it is: `Mon 30 Nov 11:30`, `Danny Okafor`, `Visit, Housing First`. */
export function myDateWords(date: MyDate, now: PlainDate) {
  const at = new Date(date.startsAt)
  return {
    when: `${formatShortDate(londonDate(at), now)} ${formatTime(at)}`,
    who: rowName(date),
    what: dateWords(date),
  }
}
