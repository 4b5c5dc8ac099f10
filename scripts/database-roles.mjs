import { Sentence } from './sentence.mjs'

const logins = ['owner', 'app', 'insight', 'worker', 'publisher']

// How long a statement, an idle transaction and a wait for a lock may last, per login. The app
// serves pages; the worker imports and links in bulk, and the publisher builds publications; the
// owner migrates and is not limited.
const limits = {
  app: { statement_timeout: '5s', idle_in_transaction_session_timeout: '10s', lock_timeout: '2s' },
  insight: { statement_timeout: '5s', idle_in_transaction_session_timeout: '10s' },
  worker: {
    statement_timeout: '15min',
    idle_in_transaction_session_timeout: '5min',
    lock_timeout: '30s',
  },
  publisher: { statement_timeout: '15min', idle_in_transaction_session_timeout: '5min' },
}

/**
 * The role names of a database. Roles belong to the whole server, so the database's name is part
 * of them. `definer` cannot sign in: it owns the functions that see more than their caller.
 *
 * @param {string} suffix usually the database's name
 * @returns {{ owner: string, app: string, insight: string, worker: string, publisher: string,
 *   definer: string }}
 */
export function roleNames(suffix) {
  const plain = suffix.toLowerCase().replace(/[^a-z0-9_]/g, '_')
  const all = [...logins, 'definer'].map((role) => [role, `ct_${plain}_${role}`])
  const longest = 63 // PostgreSQL cuts longer names off.
  if (all.some(([, name]) => name.length > longest)) {
    throw new Sentence(`The database name ${suffix} is too long: at most 50 letters.`)
  }
  return Object.fromEntries(all)
}

/** A name as SQL writes it. */
export const quoted = (name) => `"${name.replaceAll('"', '""')}"`

const literal = (text) => `'${text.replaceAll("'", "''")}'`

/**
 * Makes the roles that are missing and gives every login its password and time limits.
 *
 * @param {import('pg').Client} admin signed in as superuser, or with CREATEROLE and CREATEDB
 */
export async function makeRoles(admin, roles, passwords) {
  const names = Object.values(roles)
  const found = await admin.query('select rolname from pg_roles where rolname = any($1)', [names])
  const there = new Set(found.rows.map((row) => row.rolname))
  for (const role of logins) {
    const verb = there.has(roles[role]) ? 'alter' : 'create'
    await admin.query(
      `${verb} role ${quoted(roles[role])} login password ${literal(passwords[role])}`,
    )
    await limit(admin, role, roles[role])
  }
  if (!there.has(roles.definer)) {
    await admin.query(`create role ${quoted(roles.definer)} nologin`)
    // Row security is forced on the owner too; migrations and security see rows as definer does.
    await admin.query(`grant ${quoted(roles.definer)} to ${quoted(roles.owner)}`)
  }
  await maySkipTriggers(admin, roles.definer)
  // To make a database that the owner owns, the admin must be able to act as the owner. A
  // superuser is already; from PostgreSQL 16 on, who makes a role may grant it to themselves.
  const { rows } = await admin.query('select rolsuper from pg_roles where rolname = current_user')
  if (!rows[0].rolsuper) await admin.query(`grant ${quoted(roles.owner)} to current_user`)
}

/**
 * Lets the definer's functions move many records set by set (people.move_records). Only a superuser
 * may grant it; without it they are moved one by one, to the same end and several times as slowly.
 */
async function maySkipTriggers(admin, definer) {
  const { rows } = await admin.query(
    `select rolsuper, has_parameter_privilege($1, 'session_replication_role', 'SET') as may
     from pg_roles where rolname = current_user`,
    [definer],
  )
  if (!rows[0].rolsuper || rows[0].may) return
  // All such grants stand in one row: two at once would be refused.
  await admin.query(`select pg_advisory_lock(hashtext('session_replication_role'))`)
  await admin.query(skipTriggers(definer))
  await admin.query(`select pg_advisory_unlock(hashtext('session_replication_role'))`)
}

const skipTriggers = (definer) =>
  `grant set on parameter session_replication_role to ${quoted(definer)}`

/** What a database administrator may run by hand, where our login has not the right to. */
export function statementsByHand(roles, database) {
  const name = quoted(database)
  const create = (role) => `create role ${quoted(roles[role])} login password '…'`
  const apps = [roles.app, roles.insight, roles.worker, roles.publisher].map(quoted).join(', ')
  return [
    ...logins.map(create),
    `create role ${quoted(roles.definer)} nologin`,
    `grant ${quoted(roles.definer)} to ${quoted(roles.owner)}`,
    `create database ${name} owner ${quoted(roles.owner)} template template0 encoding 'UTF8'`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to ${apps}`,
    skipTriggers(roles.definer),
  ]
}

async function limit(admin, role, name) {
  // Prisma takes for UTC what a server writes, and a British server's own time is an hour from it.
  await admin.query(`alter role ${quoted(name)} set timezone = 'UTC'`)
  for (const [setting, value] of Object.entries(limits[role] ?? {})) {
    await admin.query(`alter role ${quoted(name)} set ${setting} = ${literal(value)}`)
  }
  try {
    // Words about people travel as parameters, and must not reach the server's log.
    await admin.query(`alter role ${quoted(name)} set log_parameter_max_length = 0`)
  } catch (error) {
    // Only a superuser may; the server's own settings hold then.
    if (error.code !== '42501') throw error
  }
}
