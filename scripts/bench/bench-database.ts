import * as fs from 'node:fs'
import { join } from 'node:path'
import { connected } from '../connection.mjs'
import { prepareDatabase } from '../database.mjs'
import { makeData, type Made } from './make-data'

type Order = { people: number; contacts: number; keep: boolean; folder: string }

const nameOf = (people: number) => `bench_${people}`

/** Takes away the database of a size. */
export const dropBenchDatabase = (adminUrl: string, people: number) =>
  connected(adminUrl, (admin) =>
    admin.query(`drop database if exists "${nameOf(people)}" with (force)`),
  )

/**
 * The database of the bench, made now; with `keep`, the one an earlier run left, brought up to
 * today's policies, when it holds what is asked for.
 */
export async function benchDatabase(
  adminUrl: string,
  passwords: Record<string, string>,
  { people, contacts, keep, folder }: Order,
) {
  const options = { adminUrl, database: nameOf(people), passwords }
  const file = join(folder, `${options.database}.json`)
  const left = keep && fs.existsSync(file) ? readMade(file) : null
  if (left?.contacts === contacts) {
    console.log(`Taking the ${people} people and ${contacts} contacts of an earlier run`)
    return { urls: await prepareDatabase(options), made: left }
  }
  await dropBenchDatabase(adminUrl, people)
  fs.rmSync(file, { force: true })
  const urls = await prepareDatabase(options)
  console.log(`Making ${people} people and ${contacts} contacts`)
  const made = await makeData(urls, people, contacts)
  if (keep) fs.writeFileSync(file, JSON.stringify(made))
  return { urls, made }
}

const readMade = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as Made
