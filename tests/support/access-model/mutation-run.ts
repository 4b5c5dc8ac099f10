import type { Client } from 'pg'
import { plain } from '@/tests/support/factories/columns'
import { grantsWritten } from '@/tests/support/factories/grants-written'
import { amends, gives, opens, readsWhole, sees } from './answers'
import {
  askedOf,
  besides,
  entryTables,
  everythingModelled,
  everythingRead,
  lookedAt,
} from './compare'
import { viewerOf } from './viewer'
import type { Entry, Membership, World } from './world'

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
  private last: { token: string | null; tables: string[] } | null = null

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

  /**
   * Does the matrix see this change? `tables`: where it can show, or all; `rowByRow`: it is read
   * without saying first whom it is about, too; `reads`: it can change what is read at all, as a
   * policy of giving or changing cannot.
   */
  async judge(
    sql: string,
    tables: string[] | 'all',
    also: ('change' | 'give')[],
    tokens: (string | null)[],
    { rowByRow, reads }: { rowByRow: boolean; reads: boolean },
  ): Promise<Verdict> {
    this.asked = this.order.filter((token) => tokens.includes(token))
    await this.admin.query('begin')
    try {
      await this.admin.query(`set local statement_timeout = '20s'`)
      await this.admin.query(askedOf(this.world))
      await this.admin.query(sql)
      await this.admin.query(`set local role "${this.appRole}"`)
      if (await this.writingDiffers(tables, also)) return 'killed'
      if (!reads) return 'survived'
      const rounds = tables === 'all' ? [soon, ['contact'], later] : [tables]
      // What showed the last one is asked first: most conditions of a function show in one place.
      if (tables === 'all' && this.last && this.asked.includes(this.last.token)) {
        if (await this.differsFor(this.last.token, this.last.tables, true)) return 'killed'
      }
      // Looking at everybody costs more than to read one table row by row, and less than all.
      const ways = tables === 'all' ? [true, false] : [false, true]
      for (const looks of ways.filter((way) => way || rowByRow)) {
        for (const round of rounds) if (await this.differs(round, looks)) return 'killed'
      }
      return 'survived'
    } catch (error) {
      // It failed closed: an error instead of rows.
      if ((error as { code?: string }).code) return 'broken'
      throw error
    } finally {
      await this.admin.query('rollback')
    }
  }

  private async writingDiffers(tables: string[] | 'all', also: ('change' | 'give')[]) {
    if (tables === 'all') return false
    const [table = ''] = tables
    if (also.includes('change') && (await this.changesDiffer(table))) return true
    return also.includes('give') && (await this.givingDiffers(table))
  }

  private async differs(tables: string[], looks: boolean): Promise<boolean> {
    for (const token of this.asked) {
      if (await this.differsFor(token, tables, looks)) {
        this.order = [token, ...this.order.filter((each) => each !== token)]
        this.last = { token, tables }
        return true
      }
    }
    return false
  }

  private async differsFor(token: string | null, tables: string[], looks: boolean) {
    await this.act(token)
    await this.admin.query(lookedAt(looks ? this.world : null))
    // A named statement is planned once a change, and not once a viewer.
    const name = tables.length > 1 ? `read ${tables[0]}` : ''
    const { rows } = await this.admin.query<{ row: string }>({ name, text: everythingRead(tables) })
    const read = new Set(rows.map(({ row }) => row))
    const sizes = tables.reduce((sum, table) => sum + this.set(token, table).size, 0)
    return sizes !== read.size || ![...read].every((line) => this.lines(token, line).has(line))
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
      const ours = this.world.entries.filter(
        (each) => each.table === table && each.agency === viewer?.agency,
      )
      // A part goes to a whole that is read whole; anything else to anybody who is open.
      const whole = ({ parent }: Entry) => parent === null || readsWhole(this.world, viewer, parent)
      const like =
        ours.find((each) => sees(this.world, viewer, each)) ??
        ours.find((each) => opens(this.world, viewer, each.person) && whole(each))
      // A contact is everybody's to give; a death only theirs whose work has begun.
      const everybody = table === 'contact' || table === 'death'
      const about = everybody ? this.world.people : like ? [like.person] : []
      const may = about.filter((person) => gives(this.world, viewer, person, table))
      await this.act(token)
      const facts = everybody ? {} : like?.facts
      if (about.length > 0 && (await give(this.admin, table, about, facts)) !== may.length)
        return true
      if (table === 'contact' && may[0] && (await this.givesAsFeed(viewer, may[0]))) return true
    }
    return false
  }

  /** May they give by hand what a feed says, and does the model say otherwise, or the other way? */
  private async givesAsFeed(viewer: Membership | null, person: string): Promise<boolean> {
    const facts = { source: 'feed' }
    const may = gives(this.world, viewer, person, 'contact', facts)
    return (await give(this.admin, 'contact', [person], facts)) !== Number(may)
  }
}

/** A change to a column that the app may change, which any row bears. */
function changeable(table: string): string | undefined {
  const granted = grantsWritten.app.filter((line) => line.startsWith(`w ${table}.`))
  const columns = granted.map((line) => line.split('.')[1] ?? '')
  const values: Record<string, string> = {
    ends_on: `'2095-01-01'`,
    ended_on: `'2095-01-01'`,
    until_on: `'2095-01-01'`,
    used_until: `'2095-01-01'`,
    ended_at: `'2095-01-01'`,
    withdrawn_at: `'2095-01-01'`,
    named_at: `'2095-01-01'`,
    minutes: '45',
    dropped_on: `'2024-03-01'`,
    seen_at: 'now()',
  }
  const column = columns.find((name) => values[name] !== undefined && name !== 'withdrawn_at')
  const known = column ?? columns.find((name) => values[name] !== undefined)
  // What is taken back says why.
  const why = known === 'withdrawn_at' && columns.includes('withdrawn_why')
  return known && `${known} = ${values[known]}${why ? `, withdrawn_why = 'mistake'` : ''}`
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
