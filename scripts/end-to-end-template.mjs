import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { hashOf } from './build.mjs'
import { connectedAlone } from './connection.mjs'
import { prepareDatabase } from './database.mjs'
import { quoted } from './database-roles.mjs'
import { fillPracticePlace } from './installation.mjs'
import { isAlive } from './processes.mjs'

/**
 * The database the end-to-end tests copy: today's tables and security, filled with the practice
 * place as of today. Kept for the next run, made anew on another day and when what it is made from
 * has changed.
 *
 * @returns {Promise<string>} its name
 */
export async function endToEndTemplate({ root, folder, adminUrl, suffix, passwords }) {
  const made = hashOf(root, ['prisma/migrations', 'prisma/security', 'prisma/practice', 'lib'])
  const today = new Date().toISOString().slice(0, 10)
  const hash = createHash('sha256').update(made).update(today).digest('hex').slice(0, 12)
  const template = `ct_${suffix}_${hash}`
  await connectedAlone(adminUrl, suffix, async (admin) => {
    const query = 'select datname, datallowconn from pg_database where datname like $1'
    const { rows } = await admin.query(query, [`ct\\_${suffix}\\_%`])
    if (rows.some(({ datname, datallowconn }) => datname === template && !datallowconn)) return
    for (const { datname } of rows) {
      const run = /_run_(\d+)$/.exec(datname)
      if (run && isAlive(Number(run[1]))) continue
      await admin.query(`drop database if exists ${quoted(datname)} with (force)`)
    }
    const urls = await prepareDatabase({ adminUrl, database: template, suffix, passwords })
    await fillPracticePlace({ root, folder: join(folder, 'practice'), urls, quarters: 2 })
    await admin.query(`alter database ${quoted(template)} with allow_connections false`)
  })
  return template
}
