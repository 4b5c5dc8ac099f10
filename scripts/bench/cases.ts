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

/** Somebody signed in as a manager, with their team. */
export type ManagerCase = { token: string; teamId: string }

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
    managers.push({ teamId, token: await signIn(client, membership, user) })
  }
  return managers
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
