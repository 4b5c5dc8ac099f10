import type { Client } from 'pg'

// Counted up or written for ever, whatever is undone: versions, trails, the file's own rows.
const trails = new Set([
  ...['audit_event', 'change', 'erasure', 'link_event', 'import_batch', 'import_row', 'notice'],
  'incident',
  ...['import_mapping', 'session', 'access_log', 'entry_class', 'idempotency', 'draft'],
  'record_facets', // what records are compared by, made anew of their facts
  '_prisma_migrations',
  '_security_applied',
])
const unlike = [
  'version',
  'given_at',
  'made_at',
  'created_at',
  'at',
  'found_at',
  'seal_key',
  'secret',
]

/** Every row of every table but the trails as text, without times and keys. As superuser. */
export async function snapshot(client: Client): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of rows.filter((row) => !trails.has(row.name))) {
    const found = await client.query<{ row: string }>(
      `select (to_jsonb(t) - $1::text[])::text as row from public.${name} t order by 1`,
      [unlike],
    )
    if (found.rows.length > 0) all[name] = found.rows.map(({ row }) => row)
  }
  return all
}

// Made anew in each run.
const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The same with ids and instants blotted out, for comparing two databases. */
export const withoutIds = (all: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(all).map(([name, rows]) => [
      name,
      rows
        .map((row) => row.replace(ids, 'id').replace(/\d{4}-\d\d-\d\dT[\d:.]+\+00:00/g, 'instant'))
        .sort(),
    ]),
  )
