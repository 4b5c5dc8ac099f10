import { existsSync } from 'node:fs'
import type { Client } from 'pg'
import { asDefiner } from '@/prisma/practice/load/definer'
import { writeBackup, type BackupEnd, type BackupHeader } from './backup-file'
import { copyOut } from './copy.mjs'
import { Sentence } from './sentence.mjs'

// Who is signed in, who tries, and links not used yet: restored, they would open what was closed
// since. Everybody signs in again, and an invitation is made anew.
const leftOut = ['session', 'one_time_link', 'sign_in_attempt', 'sign_in_known', 'search_question']

/** The migrations a database has had, as `name checksum`. As the owner. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select migration_name || ' ' || checksum as line from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by 1`,
  )
  return rows.map(({ line }) => line)
}

/**
 * Writes all tables of a database into one file, as they were at one moment. Nothing that is kept
 * outside the database is in it: no secrets, no insight key.
 *
 * @param client signed in as the owner
 * @returns how many rows of each table
 * @throws Sentence when there is a file of that name already
 */
export async function backUp(client: Client, file: string): Promise<Record<string, number>> {
  if (existsSync(file)) throw new Sentence(`There is a file ${file} already.`)
  const backup = await writeBackup(file)
  try {
    await client.query('begin isolation level repeatable read read only')
    const header = await headerOf(client)
    await backup.line(header)
    const sequences = await sequencesOf(client)
    await asDefiner(client)
    const rows: BackupEnd['rows'] = {}
    for (const { name, columns } of header.tables) {
      const list = columns.map((column) => `"${column}"`).join(', ')
      // A select: row security is on, and a bare table is copied only without it.
      const text = `copy (select ${list} from public."${name}") to stdout`
      rows[name] = await copyOut(client, text, backup.write)
      await backup.endTable()
    }
    await client.query('rollback')
    await backup.line({ rows, sequences } satisfies BackupEnd)
    await backup.finish()
    return rows
  } catch (error) {
    backup.giveUp()
    throw error
  }
}

async function headerOf(client: Client): Promise<BackupHeader> {
  const { rows } = await client.query<{ server: string; now: Date }>(
    `select current_setting('server_version') as server, now() as now`,
  )
  return {
    commonThread: 'backup 1',
    madeAt: rows[0]?.now.toISOString() ?? '',
    server: rows[0]?.server ?? '',
    migrations: await migrationsOf(client),
    tables: await tablesInOrder(client),
  }
}

/** Every table with its columns, those that others lean on first. */
async function tablesInOrder(client: Client): Promise<BackupHeader['tables']> {
  const { rows } = await client.query<{ name: string; columns: string[]; leans: string[] }>(
    `select c.relname as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
         and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct o.relname::text from pg_constraint f join pg_class o on o.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as leans
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname !~ '^_' and c.relname <> all ($1) order by c.relname`,
    [leftOut],
  )
  const done = new Set<string>()
  const ordered: BackupHeader['tables'] = []
  while (ordered.length < rows.length) {
    const ready = rows.filter(
      ({ name, leans }) => !done.has(name) && leans.every((other) => done.has(other)),
    )
    if (ready.length === 0) throw new Error('Tables lean on one another in a ring.')
    for (const { name, columns } of ready) {
      done.add(name)
      ordered.push({ name, columns })
    }
  }
  return ordered
}

async function sequencesOf(client: Client): Promise<BackupEnd['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind = 'S'`,
  )
  const all: BackupEnd['sequences'] = {}
  for (const { name } of rows) {
    const found = await client.query<{ last: string; used: boolean }>(
      `select last_value::text as last, is_called as used from public."${name}"`,
    )
    all[name] = [found.rows[0]?.last ?? '1', found.rows[0]?.used ?? false]
  }
  return all
}
