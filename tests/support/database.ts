import { inject } from 'vitest'
import { connected } from '@/scripts/connection.mjs'
import { closeDatabase, databaseUrls, type DatabaseUrls } from '@/scripts/database.mjs'
import { quoted } from '@/scripts/database-roles.mjs'

let count = 0

/**
 * A database of one's own for a test file: today's tables and security, no rows but those that
 * migrations and security put there. Call it in `beforeAll`, and `drop` in `afterAll`.
 *
 * @returns the address for each login (`adminUrl` is the superuser's, in this database) and `drop`
 */
export async function freshDatabase(): Promise<DatabaseUrls & { drop: () => Promise<void> }> {
  const { adminUrl, template, roles, passwords } = inject('server')
  count += 1
  // The process id tells a later run whether this one is still going (database-setup.ts).
  const database = `${template.replace(/_[^_]+$/, '')}_run_${process.pid}_${count}`
  await connected(adminUrl, async (admin) => {
    const owner = quoted(roles.owner)
    await admin.query(
      `create database ${quoted(database)} template ${quoted(template)} owner ${owner}`,
    )
    await closeDatabase(admin, database, roles)
  })
  const drop = () =>
    connected(adminUrl, async (admin) => {
      await admin.query(`drop database if exists ${quoted(database)} with (force)`)
    })
  return { ...databaseUrls({ adminUrl, database, roles, passwords }), drop }
}
