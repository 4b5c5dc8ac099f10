import type { Client } from 'pg'
import { plain } from './columns'
import { iso, loadAgreements, loadPlaces } from './load-places'
import { insertRows, type Row } from './rows'
import type { Entry, World } from '@/tests/support/access-model/world'

// A whole before its parts; what makes a relationship before what asks for one.
const order = `involvement contact need_rating assessment warning referral appointment
  identity_detail living_situation`.split(/\s+/)

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
    world.records.map(({ id, person, agency, confirmed, sureOf }) => ({
      id,
      person_id: person,
      agency_id: agency,
      confirmed,
      sure_of: sureOf,
    })),
  )
  await insertRows(client, 'cohort_member', world.cohorts.map(cohortRow))
  await loadEntries(client, world)
  await insertRows(client, 'confirmation', world.confirmations.map(confirmationRow))
  await loadRelationships(client, world)
  await loadNotices(client, world)
  await amend(client, world)
}

const cohortRow = (each: World['cohorts'][number]) => ({
  id: each.id,
  agreement_id: each.agreement,
  person_id: each.person,
  starts_at: iso(each.startsAt),
  ends_at: iso(each.endsAt),
  agency_id: each.by.agency,
  decided_by: each.by.author,
})

const confirmationRow = (each: World['confirmations'][number]) => ({
  id: each.id,
  person_id: each.person,
  subject_id: each.subject,
  agency_id: each.by.agency,
  answered_by: each.by.author,
  answer: each.answer,
  reason: each.answer === 'not' ? 'nobody asked' : null,
  undone_at: each.undone ? '2026-01-01' : null,
})

/** Names are older than what protects them, but where a scene says otherwise. */
const longAgo = '2020-01-01T00:00:00Z'

const answerRow = (world: World) => (each: World['answers'][number]) => {
  const choice = world.entries.find(({ id }) => id === each.choice)
  return {
    id: each.id,
    kind: each.kind,
    decision: each.decision,
    person_id: choice?.person,
    record_id: choice?.record,
    subject_id: each.choice,
    for_agency_id: each.giver,
    agency_id: choice?.agency,
    asked_by: choice?.givenBy,
    decided_at: iso(world.now),
    reason: 'asked',
  }
}

function entryRow(entry: Entry): Row {
  return {
    ...plain[entry.table],
    ...(entry.table === 'person_name' ? { given_at: longAgo } : {}),
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
  await insertRows(client, 'taking_away', world.answers.map(answerRow(world)))
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

async function loadNotices(client: Client, world: World) {
  const rows = world.notices.map(({ id, user, person, joined, started }) => ({
    id,
    user_id: user,
    person_id: person,
    kind: joined ? 'record-joined' : started ? 'involvement-started' : 'told',
    subject_id: joined ?? started ?? null,
  }))
  await insertRows(client, 'notice', rows)
  const own = world.notices.map(({ id, user }) => ({ id, user_id: user }))
  const draft = { form: 'contact', body: {} }
  await insertRows(
    client,
    'draft',
    own.map((row) => ({ ...row, ...draft, subject: row.id })),
  )
  const kept = own.map(({ id, user_id }) => ({ user_id, key: id, went_to: '/' }))
  await insertRows(client, 'idempotency', kept)
}

/** One change to each entry whose history is looked at, by somebody without a session. */
async function amend(client: Client, world: World) {
  const tables = [...new Set(world.entries.map((entry) => entry.table))]
  for (const table of tables) {
    await client.query(`update ${table} set version = version where id = any($1)`, [world.amended])
  }
}
