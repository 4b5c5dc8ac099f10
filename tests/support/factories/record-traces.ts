import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Holder } from './full-record'
import { insertRows } from './rows'

/**
 * What stands about a record elsewhere than in its entries: the file it came from, keys, links,
 * grants, drafts, answers, notices. With the word wherever there is room for words. Acts as the
 * definer.
 *
 * @param made the id of the entry of each table
 */
export async function leaveTraces(
  client: Client,
  holder: Holder,
  made: Record<string, string>,
  word: string,
): Promise<void> {
  const { person: person_id, record: record_id, agency: agency_id, user: user_id } = holder
  const put = (table: string, ...rows: Record<string, unknown>[]) => insertRows(client, table, rows)
  const hash = (text: string) => `\\x${Buffer.from(text).toString('hex')}`
  const id = randomUUID
  const batch_id = id()
  const row = { batch_id, raw: [`${word}-7`, `${word} family`] }
  await put('import_batch', {
    ...{ id: batch_id, agency_id, team_id: holder.team, shape: 'people', filename: 'a file.csv' },
    ...{ encoding: 'utf-8', file_hash: hash('file'), state: 'done', rows: 4, done: 4 },
    mapping: { header: ['Our number', 'Name'], read: { columns: ['localRef', 'family'] } },
    sent_by: user_id,
  })
  await put(
    'import_row',
    { ...row, line: 2, hash: hash('2'), outcome: 'received', record_id, parsed: { is: word } },
    { ...row, line: 3, hash: hash('3'), outcome: 'refused', problems: [{ message: word }] },
    { ...row, line: 4, hash: hash('2'), outcome: 'same', raw: [word] },
  )
  // Another person's row of the same file.
  await put('import_row', { batch_id, line: 5, hash: hash('5'), raw: ['8', 'Else'] })
  const raw = { 'Our number': `${word}-7` }
  const source = { record_id, person_id, agency_id, batch_id, line: 2, raw, hash: hash('2') }
  await put('source_row', { id: id(), ...source })
  await put('record_key', { record_id, key: `${word} key` })
  const links = { record_id, from_person: id(), to_person: person_id, made_how: 'worker' }
  await put('link_event', { id: id(), ...links, reason: word, evidence: { same: word } })
  await put('link_candidate', {
    ...{ id: id(), record_a: record_id, record_b: id(), for_role: 'steward', bits: 12, levels: {} },
    why: word,
  })
  await put('not_same', {
    ...{ id: id(), record_a: id(), record_b: record_id, said_by: user_id, reason: word },
  })
  await put('share_grant', {
    ...{ id: id(), person_id, agency_id, entry_id: made.contact, viewer: 'u:x', level: 4 },
    ...{ why: 'asked', reason: word, given_by: user_id },
  })
  await put('entry_named', { entry_id: made.contact, user_id })
  await put('protected_whereabouts_team', {
    ...{ protected_whereabouts_id: made.protected_whereabouts, team_id: holder.team },
  })
  const draft = { user_id, body: { words: word } }
  await put('draft', { ...draft, id: id(), form: `contact ${word}`, subject: person_id })
  await put('draft', { ...draft, id: id(), form: 'correct', subject: made.contact })
  const about = `/people/${person_id}/contacts?saved=${word}`
  await put('idempotency', { user_id, key: id(), went_to: about })
  await put('idempotency', { user_id, key: id(), went_to: `/x/${made.warning ?? ''}#${word}` })
  await put('notice', { id: id(), user_id, kind: word, person_id, subject_id: made.involvement })
}

/** Every table that has the word in any row, of every schema of ours. As the superuser. */
export async function tablesSaying(client: Client, word: string): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select schemaname as schema, tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2`,
  )
  const found: string[] = []
  for (const { schema, name } of rows) {
    const said = await client.query(
      `select 1 from "${schema}"."${name}" t where t::text ilike '%' || $1 || '%' limit 1`,
      [word],
    )
    if (said.rows.length > 0) found.push(name)
  }
  return found
}
