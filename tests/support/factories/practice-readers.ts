import type { Client } from 'pg'

/** Somebody at work, by the membership they act in. */
export type Reader = { membership: string; user: string; name: string; role: string }

/** Practitioners and managers who may open this person now, one of each team and role. */
export async function readersOf(admin: Client, personId: string): Promise<Reader[]> {
  const { rows } = await admin.query<Reader>(
    `select distinct on (mt.team_id, m.role) m.id as membership, m.user_id as user, u.name, m.role
     from person_access a
     join membership m on m.agency_id = a.agency_id and m.role in ('practitioner', 'manager')
       and (m.ends_at is null or now() < m.ends_at)
     join membership_team mt on mt.membership_id = m.id
     join app_user u on u.id = m.user_id and u.ended_at is null
     where a.person_id = $1 and not a.held and now() >= a.starts_at
       and (a.ends_at is null or now() < a.ends_at)
       and a.viewer in ('t:' || mt.team_id, 'u:' || m.user_id)
       and not exists (select 1 from conflict c where c.user_id = m.user_id and c.person_id = $1)
     order by mt.team_id, m.role, m.id`,
    [personId],
  )
  return rows
}

/** Practitioners who have nothing to do with this person, a few. */
export async function strangersTo(admin: Client, personId: string): Promise<Reader[]> {
  const { rows } = await admin.query<Reader>(
    `select distinct on (m.agency_id) m.id as membership, m.user_id as user, u.name, m.role
     from membership m join app_user u on u.id = m.user_id and u.ended_at is null
     where m.role = 'practitioner' and (m.ends_at is null or now() < m.ends_at)
       and not exists (select 1 from person_access a where a.person_id = $1 and a.agency_id = m.agency_id)
     order by m.agency_id, m.id limit 3`,
    [personId],
  )
  return rows
}

/** A fact of a person as somebody would type it, and one of the same kind that nobody has. */
export type TypedFact = {
  id: string
  table: 'person_name' | 'birth' | 'identifier' | 'reach' | 'address'
  typed: string
  wrong: string
}

/** Every fact that a search could be tried with, whoever may read it. */
export async function factsOf(client: Client, personId: string): Promise<TypedFact[]> {
  const { rows } = await client.query<Omit<TypedFact, 'wrong'>>(
    `select id, 'person_name' as table, trim(given || ' ' || family) as typed
     from person_name where person_id = $1
     union all select id, 'birth', to_char(make_date(year, month, day), 'DD MM YYYY')
     from birth where person_id = $1 and day is not null and month is not null and ended_on is null
     union all select id, 'identifier', value
     from identifier where person_id = $1 and type <> 'uprn' and ended_on is null
     union all select id, 'reach', norm from reach where person_id = $1 and kind <> 'email'
     union all select id, 'address', postcode
     from address where person_id = $1 and postcode is not null`,
    [personId],
  )
  return rows.map((fact) => ({ ...fact, wrong: wrongFor(fact) }))
}

/** Of the same shape, so that a search reads it as the same kind of fact; and nobody's. */
function wrongFor({ table, typed }: Omit<TypedFact, 'wrong'>): string {
  if (table === 'address') return 'ZE3 9JZ'
  if (table === 'birth') return '17 06 1931'
  if (table === 'reach') return '07700 900999'
  if (table === 'identifier')
    return typed.replace(/\d/g, (digit) => String((Number(digit) + 3) % 10))
  return typed.replace(/\S+/g, 'Zzyzxq')
}
