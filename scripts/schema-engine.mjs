import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)

// One instance per process: the module keeps its memory in a variable of its own.
let loading

async function load() {
  // Where the engine leaves the words of a crash, which otherwise hide behind another error.
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (words) => console.error(words) }
  const module = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = require.resolve('@prisma/schema-engine-wasm').replace(/\.js$/, '_bg.wasm')
  const imports = { './schema_engine_bg.js': { ...module, ...quietTimers(module) } }
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(file), imports)
  module.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return module
}

/**
 * Prisma's schema engine in its WebAssembly form. The command line's own engine is a program
 * fetched from the internet at run time; this one comes with npm, and keeps the same records
 * (`_prisma_migrations`), so that `prisma migrate deploy` works on the same database.
 *
 * @param {string} url the database, as a login that may change its tables
 * @param {(engine: import('@prisma/schema-engine-wasm').SchemaEngine) => Promise<T>} work
 * @param {[path: string, content: string][]} [datamodels] the schema files, where they are needed
 * @template T
 */
export async function withSchemaEngine(url, work, datamodels) {
  const [{ default: pg }, { PrismaPg }, { bindMigrationAwareSqlAdapterFactory }, module] =
    await Promise.all([
      import('pg'),
      import('@prisma/adapter-pg'),
      import('@prisma/driver-adapter-utils'),
      (loading ??= load()),
    ])
  const pool = new pg.Pool({ connectionString: url })
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(mended(pool, new PrismaPg(pool)))
    return await work(await module.SchemaEngine.new({ datamodels }, () => {}, adapter))
  } finally {
    // A connection left open would keep the process alive and the database from being copied.
    await pool.end()
  }
}

// The engine leaves the timer of its ten-second wait behind, which would keep the process alive.
function quietTimers(module) {
  const names = Object.keys(module).filter((name) => name.startsWith('__wbg_setTimeout'))
  const quiet = (name) => (work, milliseconds) => {
    const timer = module[name](work, milliseconds)
    timer.unref?.()
    return timer
  }
  return Object.fromEntries(names.map((name) => [name, quiet(name)]))
}

// The adapter does not know PostgreSQL's one-byte "char", in which the catalogue keeps its marks
// and which the engine asks for when it compares a database. It is let through as text, then
// marked.
const char = { inPostgres: 18, asText: 25, inPrisma: 6 }

function mended(pool, factory) {
  const columns = new WeakMap()
  const query = pool.query.bind(pool)
  pool.query = async (...args) => {
    const result = await query(...args)
    const found = (result.fields ?? []).filter((field) => field.dataTypeID === char.inPostgres)
    columns.set(
      result.rows,
      found.map((field) => result.fields.indexOf(field)),
    )
    for (const field of found) field.dataTypeID = char.asText
    return result
  }
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (asked) => {
      const result = await queryRaw(asked)
      for (const index of columns.get(result.rows) ?? []) {
        result.columnTypes[index] = char.inPrisma
      }
      return result
    }
    // The adapter cuts a script at every semicolon, those inside function bodies too. PostgreSQL
    // takes it whole, in one transaction.
    adapter.executeScript = async (script) => {
      await query(script).catch((error) => adapter.onError(error))
    }
    return adapter
  }
  return factory
}

/** The schema files of a folder as the engine wants them, in name order. */
export function readDatamodels(folder) {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => [join(folder, name), fs.readFileSync(join(folder, name), 'utf8')])
}

/** The migrations of a folder (one folder each, `migration.sql` inside) for the engine. */
export function readMigrations(folder) {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : []
  const migrationDirectories = names
    .filter((name) => fs.existsSync(join(folder, name, 'migration.sql')))
    .map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: fs.readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    }))
  const lock = join(folder, 'migration_lock.toml')
  const content = fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : null
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content },
    shadowDbInitScript: '',
    migrationDirectories,
  }
}

/** Which tables Prisma is to leave alone when it compares: none here. */
export const everything = { externalTables: [], externalEnums: [] }
