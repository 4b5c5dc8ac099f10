import type { ServiceRow } from './rules/service-row'

/** How the owner's connection is asked; rows come back as objects. */
export type Query = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

/** Services put in new, and those that are no longer as they were. */
export type Written = { added: number; changed: number; notOurs: number }

const putInstitutions = `
  insert into place.institution (id, name, description, website, source_id)
  select distinct on (g.id) g.id, g.name, g.description, g.website, $2::uuid
  from jsonb_array_elements($1::jsonb) r
    cross join lateral jsonb_to_record(nullif(r -> 'organization', 'null'))
      g(id uuid, name text, description text, website text)
  where g.id is not null
  on conflict (id) do update set name = excluded.name, description = excluded.description,
    website = excluded.website
  where institution.source_id = excluded.source_id and not institution.withheld
    and (institution.name, institution.description, institution.website)
      is distinct from (excluded.name, excluded.description, excluded.website)`

/** What a feed says of a service; the rest of a row is for people of the place to say. */
const columns = `institution_id, name, description, status, needs, minimum_age, maximum_age, url, email,
  phones, fees, alert, terms, confirmed_by, confirmed_on, changed_at, withheld, places, areas,
  hours`
const named = (table: string) =>
  columns
    .split(/,\s*/)
    .map((name) =>
      table === 'excluded' && /^(places|areas|hours)$/.test(name)
        ? `case when service.withheld then null else excluded.${name} end`
        : table === 'excluded' && name === 'withheld'
          ? 'service.withheld or excluded.withheld'
          : `${table}.${name}`,
    )
    .join(', ')

// What is withheld stays so, whatever a feed says: here, and by a constraint and a trigger of the
// table besides.
const putServices = `
  with given as (
    select distinct on (r.id) r.*, nullif(r.organization, 'null') ->> 'id' as of_institution
    from jsonb_to_recordset($1::jsonb) r(id uuid, name text, description text, status text,
      needs text[], minimum_age float8, maximum_age float8, url text, email text, phones text[],
      fees text, alert text, terms jsonb, confirmed_on date, changed_at timestamptz,
      withheld boolean, places jsonb, areas text[], hours jsonb, organization jsonb)),
  put as (
    insert into place.service (id, source_id, ${columns})
    select id, $2::uuid, of_institution::uuid, name, description, status, needs, minimum_age,
      maximum_age, url, email, phones, fees, alert, terms,
      case when confirmed_on is not null then $3 end, confirmed_on, changed_at, withheld,
      nullif(places, 'null'), areas, nullif(hours, 'null')
    from given
    on conflict (id) do update set gone_at = null, (${columns}) = row(${named('excluded')})
    where service.source_id = excluded.source_id
      and (service.gone_at, ${named('service')}) is distinct from (null, ${named('excluded')})
    returning xmax = 0 as is_new)
  select (select count(*)::int from put where is_new) as added,
    (select count(*)::int from put where not is_new) as changed,
    (select count(*)::int from given g join place.service s using (id)
     where s.source_id is distinct from $2::uuid) as "notOurs"`

/**
 * A text as PostgreSQL can hold it: without the null character and half letters, and no longer than
 * anybody reads.
 */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .slice(0, 20_000)
        .replaceAll('\0', '')
        .replace(/\p{Surrogate}/gu, '')
    : value

/**
 * Puts services of a source in, or brings those that are there up to date. A service or institution
 * of another source is left alone. To be called in a transaction of the owner's.
 *
 * @param source its id, and what is said to have confirmed what has a day of confirmation
 */
export async function writeServices(
  query: Query,
  source: { id: string; name: string },
  rows: readonly ServiceRow[],
): Promise<Written> {
  const given = JSON.stringify(rows, storable)
  await query(putInstitutions, [given, source.id])
  const { rows: done } = await query(putServices, [given, source.id, source.name])
  return done[0] as Written
}

/** The source of an address, made where it is new; marked as read now. */
export async function openSource(query: Query, id: string, address: string): Promise<string> {
  const { rows } = await query(
    `insert into place.source (id, address, read_at) values ($1, $2, now())
     on conflict (address) do update set read_at = excluded.read_at returning id`,
    [id, address],
  )
  return (rows[0] as { id: string }).id
}

/** Marks what a source no longer has. @returns how many services went */
export async function markGone(query: Query, source: string, ids: string[]): Promise<number> {
  const { rows } = await query(
    `with gone as (update place.service set gone_at = now()
       where source_id = $1 and gone_at is null and id <> all ($2::uuid[]) returning 1)
     select count(*)::int as gone from gone`,
    [source, ids],
  )
  return (rows[0] as { gone: number }).gone
}

/**
 * Withheld services, by id and by what they and those who offer them are called; and withheld
 * institutions, by id and name.
 */
export async function listWithheld(query: Query): Promise<{ id: string; name: string }[]> {
  const { rows } = await query(
    `select s.id, lower(concat_ws('|', s.name, i.name)) as name
     from place.service s left join place.institution i on i.id = s.institution_id
     where s.withheld
     union all select i.id, lower(i.name) from place.institution i where i.withheld`,
  )
  return rows as { id: string; name: string }[]
}
