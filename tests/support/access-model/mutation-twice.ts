import type { Weakening } from './mutation-list'

/** What is guarded twice is weakened together with its other guard: alone neither shows. */
type Twice = { where: RegExp; change: RegExp; other: (table: string) => string }

/** A part of `access.reads_whole` put out of force. */
const weakened = (was: string, becomes: string) => `do $$
  declare whole text := pg_get_functiondef('access.reads_whole'::regproc);
  begin
    if strpos(whole, $w$${was}$w$) = 0 then raise exception 'no such guard'; end if;
    execute replace(whole, $w$${was}$w$, $w$${becomes}$w$);
  end $$`

// Whoever changes a whole reads all of it, itself and open to them: so a policy of changing says
// again what reads_whole says to whoever asks it by hand.
const wholes = 'assessment|contact|identity_detail|need_rating|warning'
const twice: Twice[] = [
  {
    where: new RegExp(`^policy (audience|whereabouts)_update of (${wholes}|living_situation)$`),
    change: /./,
    other: () =>
      weakened('access.reads_row(me, of_table, of_whole, one) is not true', 'one is null'),
  },
  {
    where: new RegExp(`^policy amend of (${wholes})$`),
    change: /person_access|person_id/,
    other: () =>
      weakened(
        `not exists (select 1 from access.grounds_of(me, array[(one ->> 'person_id')::uuid]))`,
        'false',
      ),
  },
  {
    // And a trigger remembers whose the row was, and the policy looks at it again when changed.
    where: new RegExp(`^policy amend of (${wholes})$`),
    change: /agency_id/,
    other: (table) => `${weakened('and agency_id = $2', 'and $2 is not null')};
      drop trigger z_still_mine on ${table}; alter policy amend on ${table} with check (true)`,
  },
]

/** The other guard of what this weakens, gone; or nothing. */
export function otherGuardGone({ where, change, tables }: Weakening): string | undefined {
  const [table = ''] = tables === 'all' ? [] : tables
  return twice.find((each) => each.where.test(where) && each.change.test(change))?.other(table)
}
