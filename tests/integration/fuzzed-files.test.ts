import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { matchWaiting } from '@/lib/identity/match'
import { FileRefused } from '@/lib/transfer/problems'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { baseFiles, fuzz } from '@/tests/support/fuzzed-files'
import { makePlace, setUpPlace, takeIn, type Place } from '@/tests/support/transfer'

/** FUZZ_FILES=1000 takes all of them in, some minutes; here a few. */
const files = Number(process.env.FUZZ_FILES ?? 16)
vi.setConfig({ testTimeout: 60_000 + files * 10_000 })

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let worker: WorkerScope

beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  worker = workerScope(login)
  await setUpPlace(client)
})
afterAll(async () => {
  await Promise.all([client.end(), login.end()].map((ended) => ended.catch(() => undefined)))
  await database.drop()
})

/** What is not as it must be in an agency whose only file has been taken in; none when all is. */
async function faultsOf({ agency }: Place): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(
    `select 'line ' || r.line || ': ' || f.fault as fault from import_batch b
     join import_row r on r.batch_id = b.id
     cross join lateral (
       select 'nothing became of it' where r.outcome is null and b.state = 'done'
       union all select 'refused without its line' where r.outcome = 'refused'
         and not coalesce(r.problems @> jsonb_build_array(jsonb_build_object('line', r.line)), false)
       union all select 'refused without words' where r.outcome = 'refused'
         and exists (select 1 from jsonb_array_elements(r.problems) p
           where length(p ->> 'message') < 15)
       union all select 'refused, and left a record' where r.outcome = 'refused'
         and r.record_id is not null
       union all select 'in, without its row as it came' where r.outcome <> 'refused'
         and not exists (select 1 from source_row s where s.record_id = r.record_id
           and s.line = r.line and s.batch_id = b.id)
       union all select 'in, without work' where r.outcome <> 'refused'
         and not exists (select 1 from involvement i where i.record_id = r.record_id)
       union all select 'in, and nobody' where r.outcome <> 'refused'
         and not exists (select 1 from person_name n where n.record_id = r.record_id)
         and not exists (select 1 from identifier i where i.record_id = r.record_id)
     ) f(fault) where b.agency_id = $1
     union all
     select 'a record that no line made: ' || x.local_ref from record x where x.agency_id = $1
       and not exists (select 1 from import_row r where r.record_id = x.id)`,
    [agency],
  )
  return rows.map(({ fault }) => fault)
}

/** Links that the machine made between people alike in no first letter, name or birth. */
const linksOfUnlike = `
  select a.local_ref || ' and ' || b.local_ref as pair from link_event l
  join record a on a.id = l.record_id join record b on b.id = (l.evidence ->> 'with')::uuid
  where l.made_how = 'machine'
    and not exists (select 1 from person_name m join person_name n on n.record_id = b.id
      and (left(n.norm, 1) = left(m.norm, 1)
        or string_to_array(n.norm, ' ') && string_to_array(m.norm, ' '))
      where m.record_id = a.id)
    and not exists (select 1 from birth x join birth y on y.record_id = b.id
      and (x.year, x.month) = (y.year, y.month) where x.record_id = a.id)`

test('fuzzed files go in right or are refused, nothing half, and link nobody unlike', async () => {
  const bases = baseFiles()
  const faults: string[] = []
  for (let no = 0; no < files; no += 1) {
    // Spread over the thousand, so that the few are of every kind.
    const file = fuzz(bases, files >= 1000 ? no : no * 61)
    const place = await makePlace(client, `fuzz-${no}`)
    const say = (fault: string) =>
      faults.push(`${no} (${file.base}; ${file.how.join(', ')}) ${fault}`)
    try {
      const { done } = await takeIn(client, worker, place, file.bytes)
      if (done.state !== 'done') say(`ended as ${done.state}: ${done.error}`)
    } catch (error) {
      // Refused whole, in words; or columns that somebody has to choose on the screen.
      const named = error instanceof Error && error.name === 'ZodError'
      if (!named && !(error instanceof FileRefused)) throw error
    }
    for (const fault of await faultsOf(place)) say(fault)
  }
  await matchWaiting(worker)
  const { rows } = await client.query<{ pair: string }>(linksOfUnlike)
  expect([...faults, ...rows.map(({ pair }) => `linked: ${pair}`)]).toEqual([])
})

/** Everybody of an agency, as its own numbers tell them apart: names, births and numbers. */
async function peopleOf({ agency }: Place) {
  const { rows } = await client.query<{ ref: string; who: object }>(
    `select r.local_ref as ref, jsonb_build_object(
       'names', (select jsonb_agg(jsonb_build_array(n.kind, n.norm) order by n.kind, n.norm)
         from person_name n where n.record_id = r.id),
       'births', (select jsonb_agg(jsonb_build_array(b.year, b.month, b.day)) from birth b
         where b.record_id = r.id),
       'numbers', (select jsonb_agg(jsonb_build_array(i.type, i.norm) order by i.type, i.norm)
         from identifier i where i.record_id = r.id),
       'keys', (select jsonb_agg(k.key order by k.key) from record_key k where k.record_id = r.id)
     ) as who from record r where r.agency_id = $1 order by r.local_ref`,
    [agency],
  )
  return rows
}

test('the same file in another order of its rows gives the same people', async () => {
  for (const base of baseFiles().filter(({ lines }) => lines.length > 40)) {
    const [head = '', ...rows] = base.lines.slice(0, 81)
    const send = async (key: string, lines: string[]) => {
      const place = await makePlace(client, `${base.name} ${key}`.slice(0, 60))
      await takeIn(client, worker, place, Buffer.from([head, ...lines].join('\n')))
      return peopleOf(place)
    }
    const one = await send('as it came', rows)
    expect(one.length, base.name).toBeGreaterThan(50)
    expect(await send('turned round', [...rows].reverse()), base.name).toEqual(one)
  }
})
