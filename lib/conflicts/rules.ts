import { addMonths, londonDate, type PlainDate } from '@/lib/dates'

/** Roles that open people: asked whom they must not see (docs/rules/who-may-see-what.md). */
export const isAskedToDeclare = ({ role }: { role: string }): boolean =>
  ['practitioner', 'limited', 'manager', 'custodian', 'steward'].includes(role)

/**
 * Declared at joining and then yearly. Due when never, or a year ago or more.
 */
export const isDeclarationDue = (last: Date | null, day: PlainDate): boolean =>
  last === null || addMonths(londonDate(last), 12) <= day
