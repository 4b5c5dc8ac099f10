import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { sha256 } from './session'
import { categories, plain } from './columns'
import { insertRows, type Row } from './rows'
import type { Moment, World } from '@/tests/support/access-model/world'

/** A moment as a column takes it. */
export const iso = (moment: Moment | null) =>
  moment === null ? null : new Date(moment).toISOString()

/** Loads what is not about people: agencies, teams, users with their sessions, and agreements. */
export async function loadPlaces(client: Client, world: World) {
  await insertRows(
    client,
    'category',
    categories.map((key, position) => ({ key, label: key, hint: key, position })),
  )
  await insertRows(
    client,
    'agency',
    world.agencies.map(({ id, impliesPlace }) => ({
      ...plain.agency,
      id,
      key: id,
      implies_place: impliesPlace,
    })),
  )
  await insertRows(
    client,
    'team',
    world.teams.map((team) => ({
      ...plain.team,
      id: team.id,
      key: team.id,
      agency_id: team.agency,
      function: team.function,
      implies_place: team.impliesPlace,
    })),
  )
  await insertRows(
    client,
    'app_user',
    world.users.map(({ id, endedAt }) => ({
      ...plain.app_user,
      id,
      email: `${id}@example.org`,
      ended_at: iso(endedAt),
    })),
  )
  await loadMemberships(client, world)
}

async function loadMemberships(client: Client, world: World) {
  await insertRows(
    client,
    'membership',
    world.memberships.map((each) => ({
      id: each.id,
      user_id: each.user,
      agency_id: each.agency,
      role: each.role,
      starts_at: iso(each.startsAt),
      ends_at: iso(each.endsAt),
      waits_since: each.waits ? iso(each.startsAt) : null,
    })),
  )
  await insertRows(
    client,
    'membership_team',
    world.memberships.flatMap((each) =>
      each.teams.map((team) => ({ membership_id: each.id, team_id: team })),
    ),
  )
  await insertRows(
    client,
    'session',
    world.sessions.map((each) => ({
      id: each.id,
      token_hash: `\\x${sha256(each.token)}`,
      user_id: each.user,
      membership_id: each.membership,
      idle_until: iso(each.idleUntil),
      absolute_until: iso(each.absoluteUntil),
      ended_at: iso(each.endedAt),
    })),
  )
}

export async function loadAgreements(client: Client, world: World) {
  const host = world.agencies[0]?.id
  const rows: Record<string, Row[]> = {
    agreement: [],
    agreement_party: [],
    receiver_group: [],
    receiver_group_team: [],
    agreement_term: [],
  }
  for (const agreement of world.agreements) {
    rows.agreement?.push({
      ...plain.agreement,
      id: agreement.id,
      starts_at: iso(agreement.startsAt),
      ends_at: iso(agreement.endsAt),
      ended_now: agreement.endedNow,
      host_agency_id: host,
    })
    for (const party of agreement.parties) {
      rows.agreement_party?.push({
        ...plain.agreement_party,
        id: randomUUID(),
        agreement_id: agreement.id,
        agency_id: party.agency,
        joined_at: iso(party.joinedAt),
        left_at: iso(party.leftAt),
      })
    }
    for (const [place, group] of agreement.groups.entries()) {
      const name = `group ${place}`
      const { id, versionOf: version_of = null } = group
      rows.receiver_group?.push({ id, agreement_id: agreement.id, name, version_of })
      for (const team of group.teams) {
        rows.receiver_group_team?.push({ group_id: group.id, team_id: team })
      }
    }
    for (const term of agreement.terms) {
      rows.agreement_term?.push({
        ...plain.agreement_term,
        id: term.id,
        agreement_id: agreement.id,
        giver_agency_id: term.giver,
        category: term.category,
        group_id: term.group,
        level: term.level,
        on_consent: term.onConsent,
        starts_at: iso(term.startsAt),
        ends_at: iso(term.endsAt),
        ended_now: term.endedNow,
      })
    }
  }
  for (const [table, list] of Object.entries(rows)) await insertRows(client, table, list)
}
