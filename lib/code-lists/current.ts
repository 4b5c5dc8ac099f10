import 'server-only'
import type { Scope } from '@/lib/db'
import type { Code } from '../codes'
import type { ListName } from './all'

/** Lists by name, each in the order it is offered. */
export type Codes = Readonly<Partial<Record<ListName, readonly Pick<Code, 'key' | 'label'>[]>>>

/**
 * What forms offer today. `retired` gives those no longer offered too, for finding what was written
 * with them.
 */
export async function currentCodes(
  { db }: Scope,
  lists: readonly ListName[],
  { retired = false } = {},
): Promise<Codes> {
  if (lists.length === 0) return {}
  const rows = await db.code.findMany({
    where: { list: { in: [...lists] }, ...(retired ? {} : { current: true }) },
    select: { list: true, key: true, label: true },
    orderBy: [{ current: 'desc' }, { position: 'asc' }],
  })
  const of = (name: ListName) => rows.flatMap(({ list, ...code }) => (list === name ? [code] : []))
  return Object.fromEntries(lists.map((name) => [name, of(name)]))
}
