import type { Client } from 'pg'

type Seal = {
  from_seq: string
  to_seq: string
  sealed: number
  found: number
  root: string
  trouble: 'fewer' | 'more' | 'other' | 'chain' | null
}
type Loose = { rows: number; oldest: Date | null; before_all: number }

export type LogCheck = { sound: boolean; lines: string[] }

/**
 * Recomputes every seal of the log and says in words what does not fit.
 *
 * @param client signed in as the owner
 * @param outside the copy of the seals kept outside the database, a line each: last row, root and
 *   time; null where there is none, and nobody can tell whether the end of the log was cut off
 */
export async function checkLog(client: Client, outside: string | null): Promise<LogCheck> {
  const { rows: seals } = await client.query<Seal>('select * from trail.check_seals()')
  const { rows: loose } = await client.query<Loose>('select * from trail.not_sealed()')
  const wrong = seals.flatMap(sayTrouble)
  const before = loose[0]?.before_all ?? 0
  if (before > 0) wrong.push(`${rowsOf(before)} put in before the first.`)
  if (outside !== null) wrong.push(...notInside(outside, seals))
  const sealed = seals.reduce((sum, { found }) => sum + found, 0)
  const lines =
    wrong.length > 0
      ? ['The log is not as it was sealed.', ...wrong]
      : [
          `The log is as it was sealed: ${sealed} rows under ${seals.length} seal(s), up to row ` +
            `${seals.at(-1)?.to_seq ?? 0}.`,
        ]
  const { rows = 0, oldest = null } = loose[0] ?? {}
  if (rows > 0)
    lines.push(`Rows not sealed yet: ${rows}, the oldest of ${oldest?.toISOString() ?? '?'}.`)
  if (outside === null)
    lines.push('There is no copy of the seals outside the database to compare with.')
  return { sound: wrong.length === 0, lines }
}

const rowsOf = (count: number) => (count === 1 ? '1 row was' : `${count} rows were`)

function sayTrouble({ from_seq, to_seq, sealed, found, trouble }: Seal): string[] {
  const range = `Rows ${from_seq} to ${to_seq}`
  switch (trouble) {
    case 'fewer':
      return [`${range}: ${rowsOf(sealed - found)} removed.`]
    case 'more':
      return [`${range}: ${rowsOf(found - sealed)} put in.`]
    case 'other':
      return [`${range}: a row was changed, or one removed and another put in, or the seal was.`]
    case 'chain':
      return [`${range}: this seal does not follow the one before. A seal was changed or removed.`]
    case null:
      return []
  }
}

function notInside(outside: string, seals: Seal[]): string[] {
  const known = new Set(seals.map(({ to_seq, root }) => `${to_seq} ${root}`))
  const missing = outside
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(' '))
    .filter(([last = '', root = '']) => !known.has(`${last} ${root}`))
  if (missing.length === 0) return []
  return [
    `The copy outside has ${missing.length} seal(s) that the database has not, the first up to ` +
      `row ${missing[0]?.[0] ?? '?'}: the end of the log was cut off, or all seals were made anew.`,
  ]
}
