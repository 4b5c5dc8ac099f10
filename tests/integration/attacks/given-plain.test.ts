import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refused, Unfit } from '@/lib/errors'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What a statement of one's own says beside what a form would: in a colleague's name, ended
// already, in the place of another agency's warning, years ahead, or never to be changed again.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const run = (who: Worker, sql: string, values: unknown[] = []) =>
  place
    .as(who, ({ db }) => db.$executeRawUnsafe(sql, ...values))
    .then(String)
    .catch((error: unknown) =>
      error instanceof Unfit && error.code === '42501'
        ? 'refused'
        : error instanceof Refused
          ? 'refused'
          : String(error),
    )

/** As a form gives it. */
const forms: Record<string, [string, string]> = {
  person_name: ['kind, given, family, sort_key, norm', `'legal', 'A', 'B', 'B A', 'A B'`],
  birth: ['year', '1960'],
  identity_detail: ['sex', `'female'`],
  identifier: ['type, value, norm, check_state', `'crn', 'X000001', 'X000001', 'ok'`],
  reach: ['kind, value, norm', `'mobile', '07700 900123', '07700900123'`],
  address: ['lines', `'1 Example Street'`],
  living_situation: ['code', `'sofa'`],
  relationship: ['kind', `'friend'`],
  adjustment: ['kind, detail', `'interpreter', 'x'`],
  own_words: ['words', `'Knock first.'`],
  safe_contact: ['channel, allowed', `'phone', 'no'`],
  choice: ['kind, how', `'objection', 'in person'`],
  protected_name: ['reason', `'x'`],
  death: ['source, confirmed_by', `'family', 'a nurse'`],
  contact: ['kind, outcome', `'visit', 'kept'`],
  need_rating: ['domain, state', `'homelessness', 'current'`],
  assessment: ['tool, total', `'ladder', 3`],
  plan_action: ['words', `'Ring the office.'`],
  warning: ['kind, told, headline, starts_on, lapses_on', `'other', 'yes', 'x', now(), now()`],
}
const needed: Record<string, string> = {
  contact: 'happened_on',
  need_rating: 'rated_on',
  assessment: 'assessed_on',
  own_words: 'said_on',
  choice: 'said_on',
  protected_name: 'set_on',
}

/** Gives one with these columns besides; the transaction keeps it only where it may stand. */
function give(table: string, besides: Record<string, string>, who: Worker = 'priya') {
  const day = needed[table]
  const all = { ...(day ? { [day]: 'now()' } : {}), ...besides }
  const [columns = '', values = ''] = forms[table] ?? []
  return run(
    who,
    `insert into ${table} (id, person_id, ${[columns, ...Object.keys(all)].join(', ')})
     values ($1::uuid, $2::uuid, ${[values, ...Object.values(all)].join(', ')})`,
    [randomUUID(), place.people.sam],
  )
}

describe('what is given by hand', () => {
  test('stands as a form gives it', async () => {
    for (const table of Object.keys(forms)) {
      // A death would end what follows, and a protected name hides it.
      if (table === 'death' || table === 'protected_name') continue
      expect(await give(table, {}), table).toBe('1')
    }
  })

  const somebody = () => `'${place.users.tom}'`
  const wrong: [string, () => string][] = [
    ['version', () => '2147483647'],
    ['withdrawn_at', () => 'now()'],
    ['withdrawn_by', somebody],
    ['withdrawn_why', () => `'x'`],
    ['ended_at', () => 'now()'],
    ['verified_by', somebody],
    ['worker_id', somebody],
    ['other_record_id', somebody],
    ['overridden_by', somebody],
    ...['happened_on', 'rated_on', 'assessed_on', 'said_on', 'set_on', 'told_on', 'seen_on'].map(
      (column): [string, () => string] => [column, () => `date '2095-01-01'`],
    ),
    ['died_on', () => `date '2095-01-01'`],
    ...['done_on', 'not_done_on', 'withdrawn_on', 'moved_from'].map(
      (column): [string, () => string] => [column, () => 'now()'],
    ),
    ['not_done_why', () => `'x'`],
    ['moved_why', () => `'x'`],
  ]

  test.each(wrong)('says nothing by %s, in any table that has it', async (column, value) => {
    const having = await place.look<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = $1 and table_name = any ($2) order by 1`,
      [column, Object.keys(forms)],
    )
    expect(having.length).toBeGreaterThan(0)
    for (const { name } of having) {
      expect(await give(name, { [column]: value() }), name).toBe('refused')
    }
  })

  test('every column that bears somebody’s name is among them', async () => {
    const rows = await place.look<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and table_name in (select table_name from access.entry_verb where gives is not null)
         and column_name ~ '(_by|_at)$|^(worker|user|other_record)_id$|_why$'
         and column_name not in ('given_by', 'given_at', 'confirmed_by')`,
    )
    // Said when it is given; or held by triggers of the plan's own, and of dates.
    const may = ['happened_at', 'starts_at', 'ends_at', 'said_by', 'taken_on_at']
    may.push('cancelled_by', 'missed_why', 'other_at', 'other_by')
    const asked = new Set([...wrong.map(([column]) => column), ...may])
    expect(rows.filter(({ name }) => !asked.has(name.split('.')[1] ?? ''))).toEqual([])
  })

  test('is overridden by a duty in one’s own name', async () => {
    const reason = `'A duty.'`
    const mine = `'${place.users.priya}'`
    expect(await give('choice', { overridden_by: mine, override_reason: reason })).toBe('1')
  })
})

describe('a warning', () => {
  const warningOf = async (who: Worker, besides: Record<string, string> = {}) => {
    expect(await give('warning', besides, who)).toBe('1')
    const [row] = await place.look<{ id: string }>(
      `select id from warning where person_id = $1 and given_by = $2 order by given_at desc, id desc limit 1`,
      [place.people.sam, place.users[who]],
    )
    return `'${row?.id}'`
  }

  test('renews one of its own agency’s', async () => {
    expect(await give('warning', { renewed_from: await warningOf('priya') })).toBe('1')
  })

  test('stands in the place of no other agency’s, nor of one that is not there', async () => {
    const theirs = await warningOf('tom')
    expect(await give('warning', { renewed_from: theirs })).toBe('refused')
    expect(await give('warning', { renewed_from: `'${randomUUID()}'` })).toBe('refused')
  })
})
