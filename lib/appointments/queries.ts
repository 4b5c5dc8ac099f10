import 'server-only'
import { startOfLondonDay, type PlainDate } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import type { Dates } from './view'

/** Dates of a person from one day to before another, as far as this viewer may see them. */
export async function getDates(
  { db }: Scope,
  personId: string,
  since: PlainDate,
  until: PlainDate,
): Promise<Dates> {
  const [from, to] = [startOfLondonDay(since), startOfLondonDay(until)]
  const [row] = await db.$queryRaw<{ dates: Dates }[]>`
    select page.dates(${personId}::uuid, ${from}, ${to}) as dates`
  return row?.dates ?? { dates: [], hard: [] }
}
