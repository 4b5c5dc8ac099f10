import { createHash } from 'node:crypto'
import type { Client } from 'pg'

/** Somebody signed in, and a person their team works with. */
export type Case = {
  token: string
  teamId: string
  personId: string
  given: string
  family: string
  born: string
}

/** Somebody signed in as a manager, with their teams. */
export type ManagerCase = { token: string; teamIds: string[] }

const inTurn = `
  select t.no as team_no, bench.id(1, t.no) as team_id,
    row_number() over (partition by t.key order by bench.draw(t.no, 300, 1000000)) as turn
  from bench.team t join (select team_no, count(*) as open from bench.record where ended is null
    group by team_no) r on r.team_no = t.no where r.open between 40 and 60`

/**
 * People opened by those who work with them: as many teams as there are turns, from all agencies in
 * turn, so that the largest (three people in ten are known to it) and the smallest are both there.
 */
export async function drawCases(client: Client, count: number): Promise<Case[]> {
  const { rows } = await client.query<Case & { membership: string; user: string }>(
    `select bench.id(1, r.team_no) as "teamId", r.person_id as "personId", n.given, n.family,
       to_char(b.year, 'FM0000') || to_char(b.month, '"-"FM00') || to_char(b.day, '"-"FM00') as born,
       bench.id(3, r.team_no * 5 + 1) as membership, bench.id(2, r.team_no * 5 + 1) as user
     from (${inTurn}) t
     cross join lateral (select * from bench.record r where r.team_no = t.team_no and r.ended is null
       order by bench.draw(r.n, 301, 1000000) limit 8) r
     join person_name n on n.id = bench.id(11, r.n) join birth b on b.id = bench.id(12, r.n)
     where b.day is not null
     order by t.turn, t.team_no, r.n limit $1`,
    [count],
  )
  const cases: Case[] = []
  for (const { membership, user, ...one } of rows) {
    cases.push({ ...one, token: await signIn(client, membership, user) })
  }
  return cases
}

/** Managers of teams with forty to sixty people. */
export async function drawManagers(client: Client, count: number): Promise<ManagerCase[]> {
  const { rows } = await client.query<{ teamId: string; membership: string; user: string }>(
    `select team_id as "teamId", bench.id(3, team_no * 5 + 4) as membership,
       bench.id(2, team_no * 5 + 4) as user from (${inTurn}) t order by turn, team_no limit $1`,
    [count],
  )
  const managers: ManagerCase[] = []
  for (const { teamId, membership, user } of rows) {
    managers.push({ teamIds: [teamId], token: await signIn(client, membership, user) })
  }
  return managers
}

/** Teams of one agency that make a caseload of five hundred. */
const teamsOfWide = 10

/**
 * Managers with ten teams of their agency, some five hundred people: memberships of their own, made
 * here, so that nobody else's reach grows.
 */
export async function drawWideManagers(client: Client, count: number): Promise<ManagerCase[]> {
  const { rows } = await client.query<{ no: number; agency: string; teamIds: string[] }>(
    `select (row_number() over (order by key, slice))::int as no, agency_id as agency,
       array_agg(bench.id(1, no)) as "teamIds"
     from (select t.no, t.key, t.agency_id,
         (row_number() over (partition by t.key order by t.no) - 1) / ${teamsOfWide} as slice
       from bench.team t) s
     group by key, agency_id, slice having count(*) = ${teamsOfWide} order by 1 limit $1`,
    [count],
  )
  const wide: ManagerCase[] = []
  for (const { no, agency, teamIds } of rows) {
    const [user, membership] = [`bench.id(96, ${no})`, `bench.id(97, ${no})`]
    await client.query(`insert into app_user (id, name, email, phone)
      values (${user}, 'Wide ${no}', 'wide${no}@bench.example', '01632 960999') on conflict do nothing`)
    await client.query(
      `insert into membership (id, user_id, agency_id, role, job_title, starts_at)
       values (${membership}, ${user}, $1, 'manager', 'Head of service', now() - interval '1 year')
       on conflict do nothing`,
      [agency],
    )
    await client.query(
      `insert into membership_team (membership_id, team_id) select ${membership}, unnest($1::uuid[])
       on conflict do nothing`,
      [teamIds],
    )
    const { rows: ids } = await client.query<{ membership: string; user: string }>(
      `select ${membership} as membership, ${user} as user`,
    )
    const [made] = ids
    if (made) wide.push({ teamIds, token: await signIn(client, made.membership, made.user) })
  }
  return wide
}

const tokens = new Map<string, string>()

/** A session as the database keeps it; the same one for the same membership. */
async function signIn(client: Client, membership: string, user: string): Promise<string> {
  const known = tokens.get(membership)
  if (known) return known
  const token = `bench ${membership}`
  const hash = createHash('sha256').update(token).digest()
  await client.query(
    `insert into session (token_hash, id, user_id, membership_id, idle_until, absolute_until)
     values ($1, access.uuid7(), $2, $3, now() + interval '1 day', now() + interval '1 day')
     on conflict (token_hash) do update set idle_until = excluded.idle_until,
       absolute_until = excluded.absolute_until, ended_at = null`,
    [hash, user, membership],
  )
  tokens.set(membership, token)
  return token
}
