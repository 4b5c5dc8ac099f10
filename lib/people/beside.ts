import 'server-only'
import type { Scope } from '@/lib/db'

/** What stands over a person's pages: ids of people whom the reader may open too. */
export type Beside = {
  /** Records that may be this person's. */
  records: string[]
  /** A telephone number that somebody else has too, where both numbers may be seen. */
  numbers: { person: string; number: string }[]
}

/** A possible other record, and numbers shared with others; under the reader's own rights. */
export async function getBeside({ db }: Scope, personId: string): Promise<Beside> {
  const [row] = await db.$queryRaw<{ beside: Beside }[]>`
    select page.beside(${personId}::uuid) as beside`
  return row?.beside ?? { records: [], numbers: [] }
}
