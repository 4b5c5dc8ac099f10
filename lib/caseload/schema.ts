import { z } from 'zod'

/** Which people of a caseload are shown. */
export const SHOW = [
  { key: 'attention', label: 'Needs attention' },
  { key: 'all', label: 'Everybody' },
  { key: 'unallocated', label: 'Not allocated' },
  { key: 'unseen', label: 'Not seen for 21 days' },
  { key: 'overdue', label: 'Reviews overdue' },
] as const

/**
 * By what a caseload is ordered: dates and things a named person entered, never a score: a ranking
 * of people decides about them without deciding.
 */
export const SORTS = [
  { key: 'unseen', label: 'Longest unseen first' },
  { key: 'next', label: 'Next date first' },
  { key: 'name', label: 'Name' },
] as const

const uuid = z.uuid().optional().catch(undefined)

/**
 * A caseload's address: filters and the place in the list. Ids and codes only; anything odd falls
 * back.
 */
export const caseloadSchema = z.object({
  show: z.enum(['attention', 'all', 'unallocated', 'unseen', 'overdue']).catch('all'),
  sort: z.enum(['unseen', 'next', 'name']).catch('unseen'),
  worker: uuid,
  team: uuid,
  after: uuid,
})

export type CaseloadAsk = z.output<typeof caseloadSchema>
