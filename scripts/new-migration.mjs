import * as fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { everything, withSchemaEngine, readDatamodels, readMigrations } from './schema-engine.mjs'
import { connected } from './connection.mjs'
import { startPostgres } from './postgres.mjs'
import { Sentence, words } from './sentence.mjs'

const folder = process.env.PRISMA_FOLDER ?? fileURLToPath(new URL('../prisma', import.meta.url))
const data = fileURLToPath(new URL('../.data/test', import.meta.url))

/**
 * `node scripts/new-migration.mjs NAME` writes the migration that takes the database from the
 * migrations so far to prisma/schema. A scratch database receives the migrations so far and is
 * compared with the schema. Read what it writes before you commit it: renames look like losses.
 */
async function main(name) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
    throw new Sentence('Give the migration a name of small letters, numbers and underscores.')
  }
  const server = await startPostgres({ folder: data, shared: true, throwaway: true })
  const scratch = `ct_scratch_${process.pid}`
  const url = new URL(server.superuserUrl)
  url.pathname = `/${scratch}`
  await connected(server.superuserUrl, (admin) => admin.query(`create database ${scratch}`))
  try {
    const script = await difference(url.href)
    if (!script) throw new Sentence('The migrations so far already make these tables.')
    console.log(`Wrote ${write(name, script)}`)
  } finally {
    await connected(server.superuserUrl, (admin) =>
      admin.query(`drop database ${scratch} with (force)`),
    )
    await server.stop()
  }
}

function difference(url) {
  const datamodels = readDatamodels(join(folder, 'schema'))
  const migrationsList = readMigrations(join(folder, 'migrations'))
  const files = datamodels.map(([path, content]) => ({ path, content }))
  const work = async (engine) => {
    await engine.applyMigrations({ migrationsList, filters: everything })
    const compared = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: folder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: everything,
    })
    const isDifferent = compared.exitCode === 2
    return isDifferent ? compared.stdout : null
  }
  return withSchemaEngine(url, work, datamodels)
}

function write(name, script) {
  const base = join(folder, 'migrations')
  const last = readMigrations(base).migrationDirectories.at(-1)?.path ?? '0000'
  const number = String(Number.parseInt(last, 10) + 1).padStart(4, '0')
  const path = join(base, `${number}_${name}`)
  fs.mkdirSync(path, { recursive: true })
  fs.writeFileSync(join(path, 'migration.sql'), script)
  const lock = join(base, 'migration_lock.toml')
  if (!fs.existsSync(lock)) fs.writeFileSync(lock, 'provider = "postgresql"\n')
  return path
}

main(process.argv[2]).catch((error) => {
  console.error(words(error))
  process.exitCode = 1
})
