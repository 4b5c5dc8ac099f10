import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { sha256 } from './session'
import { categories, plain } from './columns'
import { insertRows, type Row } from './rows'
import type { Entry, Moment, World } from '@/tests/support/access-model/world'

const iso = (moment: Moment | null) => (moment === null ? null : new Date(moment).toISOString())

// A whole before its parts; what makes a relationship before what asks for one.
const order = ['involvement', 'contact', 'need_rating', 'assessment', 'warning', 'referral']

/**
 * Loads a world into a database. The client acts as the definer role: rows are put in as they
 * are, and the triggers work out classes and relationships as they do for the app.
 */
export async function loadWorld(client: Client, world: World): Promise<void> {
  await loadPlaces(client, world)
  await loadAgreements(client, world)
  await insertRows(
    client,
    'person',
    world.people.map((id) => ({ id })),
  )
  await insertRows(
    client,
    'record',
    world.records.map(({ id, person, agency, confirmed }) => ({
      id,
      person_id: person,
      agency_id: agency,
      confirmed,
    })),
  )
  await insertRows(client, 'cohort_member', world.cohorts.map(cohortRow(world)))
  await loadEntries(client, world)
  await loadRelationships(client, world)
  await client.query(`update record set confirmed = confirmed where false`)
  await amend(client, world)
}

async function loadPlaces(client: Client, world: World) {
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

async function loadAgreements(client: Client, world: World) {
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
      rows.receiver_group?.push({ id: group.id, agreement_id: agreement.id, name })
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

const cohortRow = (world: World) => (each: World['cohorts'][number]) => ({
  id: each.id,
  agreement_id: each.agreement,
  person_id: each.person,
  starts_at: iso(each.startsAt),
  ends_at: iso(each.endsAt),
  decided_by: world.users[0]?.id,
})

function entryRow(entry: Entry): Row {
  return {
    ...plain[entry.table],
    ...entry.facts,
    ...(entry.table === 'choice' && entry.facts.kind ? { upheld: entry.facts.upheld ?? true } : {}),
    ...(entry.table === 'harm_link' && !entry.facts.other_record_id
      ? { other_record_id: entry.record }
      : {}),
    ...(entry.table === 'assessment_item' ? { item: 1 } : {}),
    id: entry.id,
    person_id: entry.person,
    record_id: entry.record,
    agency_id: entry.agency,
    team_id: entry.team,
    categories: entry.categories,
    audience: entry.audience,
    given_by: entry.givenBy,
  }
}

async function loadEntries(client: Client, world: World) {
  const tables = [...new Set([...order, ...world.entries.map((entry) => entry.table)])]
  for (const table of tables) {
    const rows = world.entries.filter((entry) => entry.table === table).map(entryRow)
    await insertRows(client, table, rows)
  }
  await insertRows(
    client,
    'entry_named',
    world.entries.flatMap((entry) =>
      entry.named.map((user) => ({ entry_id: entry.id, user_id: user })),
    ),
  )
}

async function loadRelationships(client: Client, world: World) {
  await insertRows(
    client,
    'protected_whereabouts_team',
    world.protectionTeams.map(({ protection, team }) => ({
      protected_whereabouts_id: protection,
      team_id: team,
    })),
  )
  await insertRows(
    client,
    'limited_access_named',
    world.limitedUsers.map(({ limit, user }) => ({ limited_access_id: limit, user_id: user })),
  )
  await insertRows(client, 'urgent_access', world.urgent.map(urgentRow))
  await insertRows(
    client,
    'person_access',
    world.archives.map((each) => ({
      id: each.id,
      person_id: each.person,
      viewer: `u:${each.user}`,
      agency_id: each.agency,
      ground: 'archive',
      opens: 'own',
      starts_at: '2000-01-01',
      ends_at: iso(each.endsAt),
      reason: 'a complaint',
      held: false,
      extra_classes: [],
    })),
  )
  await insertRows(
    client,
    'share_grant',
    world.grants.map((each) => ({
      ...plain.share_grant,
      id: each.id,
      person_id: each.person,
      agency_id: each.agency,
      entry_id: each.entry,
      viewer: each.viewer,
      level: each.level,
      given_by: world.users[0]?.id,
      starts_at: iso(each.startsAt),
      ends_at: iso(each.endsAt),
    })),
  )
  await insertRows(
    client,
    'conflict',
    world.conflicts.map((each) => ({
      ...plain.conflict,
      id: each.id,
      user_id: each.user,
      person_id: each.person,
      declared_by: each.user,
      starts_at: iso(each.startsAt),
      ends_at: iso(each.endsAt),
    })),
  )
}

const urgentRow = (each: World['urgent'][number]) => ({
  ...plain.urgent_access,
  id: each.id,
  person_id: each.person,
  user_id: each.user,
  membership_id: each.membership,
  categories: each.categories,
  starts_at: iso(each.startsAt),
  ends_at: iso(each.endsAt),
})

/** One change to each entry whose history is looked at, by somebody without a session. */
async function amend(client: Client, world: World) {
  const tables = [...new Set(world.entries.map((entry) => entry.table))]
  for (const table of tables) {
    await client.query(`update ${table} set version = version where id = any($1)`, [world.amended])
  }
}
