import type { Client } from 'pg'
import { asDefiner } from '@/prisma/practice/load/definer'
import { migrationsOf } from './backup-database'
import { endSchema, headerSchema, readBackup, type BackupHeader } from './backup-file'
import { copyIn } from './copy.mjs'
import { Sentence } from './sentence.mjs'

/**
 * Puts a backup into an empty database that the same version has prepared; all of it or nothing.
 * Triggers are off meanwhile: what they once made (who may open whom, the log) is in the file.
 *
 * @param client signed in as the owner
 * @returns when the backup was made, and how many rows came back
 * @throws Sentence when the database holds something, is of another version, or the file is not
 *   whole
 */
export async function restore(
  client: Client,
  file: string,
): Promise<{ madeAt: string; rows: number }> {
  const backup = readBackup(file)
  try {
    const header = await backup.line(headerSchema)
    await client.query('begin')
    await checkVersion(client, header)
    await checkEmpty(client)
    await emptyAll(client)
    const close = await openToOwner(client, header)
    const rows: Record<string, number> = {}
    for (const { name, columns } of header.tables) {
      const into = columns.map((column) => `"${column}"`).join(', ')
      const text = `copy public."${name}" (${into}) from stdin`
      rows[name] = await copyIn(client, text, backup.rows())
    }
    const end = await backup.line(endSchema)
    for (const [name, count] of Object.entries(end.rows)) {
      if (rows[name] === count) continue
      throw new Sentence(`${file} is damaged: ${name} is not whole. Nothing was restored.`)
    }
    for (const [name, [last, used]] of Object.entries(end.sequences)) {
      await client.query('select setval($1::regclass, $2, $3)', [`public."${name}"`, last, used])
    }
    await close()
    await client.query('commit')
    await client.query('analyze')
    return { madeAt: header.madeAt, rows: Object.values(rows).reduce((a, b) => a + b, 0) }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw isUnfit(error) ? unfit(file) : error
  } finally {
    await backup.close()
  }
}

/** Rows that fit no table, or not each other (SQLSTATE classes 22, 23): the file was altered. */
const isUnfit = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))

const unfit = (file: string) =>
  new Sentence(`${file} is damaged: its rows do not fit the tables. Nothing was restored.`)

async function checkVersion(client: Client, { migrations }: BackupHeader): Promise<void> {
  const mine = await migrationsOf(client)
  if (mine.join() === migrations.join()) return
  const last = (lines: string[]) => lines.at(-1)?.split(' ')[0] ?? 'none'
  throw new Sentence(
    `The backup was made by another version: its last migration is ${last(migrations)}, this ` +
      `database’s is ${last(mine)}${last(mine) === last(migrations) ? ' in another wording' : ''}. ` +
      'Restore it with the version that made it, and then start this one.',
  )
}

async function checkEmpty(client: Client): Promise<void> {
  await client.query('savepoint looking')
  await asDefiner(client)
  const { rows } = await client.query<{ filled: boolean }>(
    `select exists (select 1 from installation) or exists (select 1 from app_user)
       or exists (select 1 from person) or exists (select 1 from audit_event) as filled`,
  )
  await client.query('rollback to savepoint looking')
  if (!rows[0]?.filled) return
  throw new Sentence('This database is not empty, and a backup is restored into an empty one only.')
}

/** Nobody writes from here on; what the preparation put there is in the file as well. */
async function emptyAll(client: Client): Promise<void> {
  const { rows } = await client.query<{ list: string }>(
    `select string_agg(format('public.%I', tablename), ', ') as list from pg_tables
     where schemaname = 'public' and tablename !~ '^_'`,
  )
  await client.query(`truncate ${rows[0]?.list ?? ''}`)
}

/**
 * PostgreSQL copies into no table whose row security holds for who copies. Until the transaction
 * ends it does not hold for the owner, and no trigger of ours fires; what is returned puts both
 * back.
 */
async function openToOwner(client: Client, { tables }: BackupHeader) {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
       and relkind = 'r' and relforcerowsecurity`,
  )
  const each = (names: { name: string }[], what: string) =>
    client.query(names.map(({ name }) => `alter table public."${name}" ${what}`).join(';\n'))
  await each(rows, 'no force row level security')
  await each(tables, 'disable trigger user')
  return async () => {
    await each(tables, 'enable trigger user')
    await each(rows, 'force row level security')
  }
}
