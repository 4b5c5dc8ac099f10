import type { Client } from 'pg'
import { Sentence } from './sentence.mjs'

export type Erased = { tables: Record<string, number>; entries: number; last: boolean }

/**
 * Erases a record, as the owner; or looks what would go and rolls back.
 *
 * @param because the rule or reference, kept as proof for ever
 * @throws Sentence when it may not be: a legal hold, no such record, a protection others rely on
 */
export async function eraseRecord(
  client: Client,
  record: string,
  because: string,
  forGood: boolean,
): Promise<Erased> {
  await client.query('begin')
  try {
    const { rows } = await client.query<{ erased: Erased }>(
      'select trail.erase($1, $2) as erased',
      [record, because],
    )
    await client.query(forGood ? 'commit' : 'rollback')
    const [row] = rows
    if (!row) throw new Error('erase gave no answer')
    return row.erased
  } catch (error) {
    await client.query('rollback')
    if (error instanceof Error && 'code' in error && error.code === 'CT409') {
      throw new Sentence(error.message)
    }
    throw error
  }
}
