import { addMonths, londonDate, type PlainDate } from '@/lib/dates'

/**
 * Declared at joining and then yearly (access.md, question 6). Due when never, or a year ago or
 * more.
 */
export const isDeclarationDue = (last: Date | null, day: PlainDate): boolean =>
  last === null || addMonths(londonDate(last), 12) <= day
