import type { Client } from 'pg'
import { plain } from '@/tests/support/factories/columns'
import { grantsWritten } from '@/tests/support/factories/grants-written'
import { amends, gives, sees } from './answers'
import { besides, entryTables, everythingModelled, everythingRead } from './compare'
import { viewerOf } from './viewer'
import type { World } from './world'

export type Verdict = 'killed' | 'survived' | 'broken'

// What the security costs differs a hundredfold by table: what shows a change soonest is asked
// first of everybody. Most show in the names and addresses, nearly all others in the contacts.
const soon = ['person', 'person_name', 'address', 'cohort_member', 'unnamed', 'notice']
const later = [...entryTables, ...besides].filter((name) => ![...soon, 'contact'].includes(name))

/**
 * Runs the matrix against one change of the security at a time. The change is made in a
 * transaction of a superuser, who then acts as the app's login, and is rolled back.
 */
export class MutationRun {
  private readonly expected = new Map<string, Set<string>>()
  private order: (string | null)[]
  private asked: (string | null)[] = []

  constructor(
    private readonly admin: Client,
    private readonly appRole: string,
    private readonly world: World,
    tokens: (string | null)[],
  ) {
    this.order = [...tokens]
    for (const token of tokens) {
      for (const line of everythingModelled(world, token)) this.lines(token, line).add(line)
    }
  }

  private lines(token: string | null, line: string): Set<string> {
    return this.set(token, line.slice(0, line.indexOf(' ')))
  }

  private set(token: string | null, table: string): Set<string> {
    const key = `${token} of ${table}`
    const known = this.expected.get(key) ?? new Set<string>()
    this.expected.set(key, known)
    return known
  }

  /** Does the matrix see this change? `tables`: where it can show, or all. */
  async judge(
    sql: string,
    tables: string[] | 'all',
    also: ('change' | 'give')[],
    tokens: (string | null)[],
  ): Promise<Verdict> {
    this.asked = this.order.filter((token) => tokens.includes(token))
    await this.admin.query('begin')
    try {
      await this.admin.query(`set local statement_timeout = '20s'`)
      await this.admin.query(sql)
      await this.admin.query(`set local role "${this.appRole}"`)
      const rounds = tables === 'all' ? [soon, ['contact'], later] : [tables]
      for (const round of rounds) if (await this.differs(round)) return 'killed'
      if (tables === 'all') return 'survived'
      const [table = ''] = tables
      if (also.includes('change') && (await this.changesDiffer(table))) return 'killed'
      if (also.includes('give') && (await this.givingDiffers(table))) return 'killed'
      return 'survived'
    } catch (error) {
      // It failed closed: an error instead of rows.
      if ((error as { code?: string }).code) return 'broken'
      throw error
    } finally {
      await this.admin.query('rollback')
    }
  }

  private async differs(tables: string[]): Promise<boolean> {
    for (const token of this.asked) {
      await this.act(token)
      // A named statement is planned once a change, and not once a viewer.
      const name = tables.length > 1 ? `read ${tables[0]}` : ''
      const { rows } = await this.admin.query<{ row: string }>({
        name,
        text: everythingRead(tables),
      })
      const read = new Set(rows.map(({ row }) => row))
      const sizes = tables.reduce((sum, table) => sum + this.set(token, table).size, 0)
      const same =
        sizes === read.size && [...read].every((line) => this.lines(token, line).has(line))
      if (!same) {
        // Who saw the last one is asked first of the next.
        this.order = [token, ...this.order.filter((each) => each !== token)]
        return true
      }
    }
    return false
  }

  private async act(token: string | null) {
    await this.admin.query(`select set_config('app.session', $1, true)`, [token ?? ''])
  }

  /** Blind updates, of which no column is in a condition: their number is the model's. */
  private async changesDiffer(table: string): Promise<boolean> {
    const column = changeable(table)
    if (!column) return false
    for (const token of this.asked) {
      const viewer = viewerOf(this.world, token)
      const may = this.world.entries.filter(
        (entry) => entry.table === table && amends(this.world, viewer, entry),
      )
      await this.act(token)
      const { rowCount } = await this.admin.query(`update ${table} set ${column}`)
      if (rowCount !== may.length) return true
    }
    return false
  }

  /** Attempts to give a row of this table: a contact about everybody, others like one there is. */
  private async givingDiffers(table: string): Promise<boolean> {
    for (const token of this.asked) {
      const viewer = viewerOf(this.world, token)
      const about =
        table === 'contact'
          ? this.world.people
          : this.world.entries
              .filter((each) => each.table === table && each.agency === viewer?.agency)
              .filter((each) => sees(this.world, viewer, each))
              .map(({ person }) => person)
              .slice(0, 1)
      const like = this.world.entries.find(
        (each) =>
          each.table === table && each.person === about[0] && sees(this.world, viewer, each),
      )
      const may = about.filter((person) => gives(this.world, viewer, person))
      await this.act(token)
      const facts = table === 'contact' ? {} : like?.facts
      if (about.length > 0 && (await give(this.admin, table, about, facts)) !== may.length)
        return true
    }
    return false
  }
}

/** A change to a column that the app may change, which any row bears. */
function changeable(table: string): string | undefined {
  const granted = grantsWritten.app.filter((line) => line.startsWith(`w ${table}.`))
  const columns = granted.map((line) => line.split('.')[1] ?? '')
  const values: Record<string, string> = {
    categories: `'{money}'`,
    ends_on: `'2095-01-01'`,
    ended_on: `'2095-01-01'`,
    until_on: `'2095-01-01'`,
    used_until: `'2095-01-01'`,
    ended_at: `'2095-01-01'`,
    withdrawn_at: `'2095-01-01'`,
    named_at: `'2095-01-01'`,
    minutes: '45',
    seen_at: 'now()',
  }
  const column = columns.find((name) => values[name] !== undefined && name !== 'withdrawn_at')
  const known = column ?? columns.find((name) => values[name] !== undefined)
  return known && `${known} = ${values[known]}`
}

/** How many people an insert is let through for. */
async function give(
  client: Client,
  table: string,
  people: string[],
  facts: Record<string, unknown> = {},
): Promise<number> {
  // What comes once in a whole comes again under another number.
  const again = { contact_words: { edition: 7, why: 'more' }, assessment_item: { item: 7 } }
  const row = { ...plain[table], ...facts, ...again[table as keyof typeof again] }
  const columns = Object.keys(row).join(', ')
  await client.query(
    `select set_config('test.people', $1, true), set_config('test.row', $2, true)`,
    [`{${people.join(',')}}`, JSON.stringify(row)],
  )
  await client.query(`do $$
    declare p uuid; let_through int := 0;
    begin
      foreach p in array current_setting('test.people')::uuid[] loop
        begin
          insert into public.${table} (id, person_id, ${columns}) select gen_random_uuid(), p, ${columns}
          from jsonb_populate_record(null::public.${table}, current_setting('test.row')::jsonb);
          let_through := let_through + 1;
          raise exception 'taken back' using errcode = 'CT000';
        exception when insufficient_privilege or sqlstate 'CT000' then null;
        end;
      end loop;
      perform set_config('test.given', let_through::text, true);
    end $$`)
  const { rows } = await client.query<{ given: string }>(
    `select current_setting('test.given') as given`,
  )
  return Number(rows[0]?.given)
}
