import { addMonths, londonDate, type PlainDate } from '@/lib/dates'

/** Roles that open people, and are asked whom they must not see (access.md, question 6). */
export const isAskedToDeclare = ({ role }: { role: string }): boolean =>
  ['practitioner', 'limited', 'manager', 'custodian', 'steward'].includes(role)

/**
 * Declared at joining and then yearly (access.md, question 6). Due when never, or a year ago or
 * more.
 */
export const isDeclarationDue = (last: Date | null, day: PlainDate): boolean =>
  last === null || addMonths(londonDate(last), 12) <= day
