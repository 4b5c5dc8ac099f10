import * as fs from 'node:fs'
import { join } from 'node:path'
import { prepareDatabase } from '../database.mjs'
import { connected } from '../connection.mjs'
import { fillCrowd } from './crowd-database'
import { linkCrowd, type Linking } from './link-crowd'

type Server = { superuserUrl: string; passwords: Record<string, string> }

/**
 * Fills a database of its own with a crowd of so many records and links them all, on an empty
 * database each time, since linking changes what it is measured on.
 */
export async function measureMatching(
  { superuserUrl, passwords }: Server,
  records: number,
  threads: number,
): ReturnType<typeof linkCrowd> {
  const database = `bench_crowd_${records}`
  const drop = () =>
    connected(superuserUrl, (admin) =>
      admin.query(`drop database if exists "${database}" with (force)`),
    )
  await drop()
  const urls = await prepareDatabase({ adminUrl: superuserUrl, database, passwords })
  console.log(`Making ${records} records`)
  await connected(urls.adminUrl, (client) => fillCrowd(client, records))
  console.log('Linking them')
  const linking = await linkCrowd(urls, records, threads)
  await drop()
  return linking
}

/** Keeps a run beside those of other sizes. */
export function keepLinking(folder: string, linking: Linking): void {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(
    join(folder, `matching-${linking.records}.json`),
    `${JSON.stringify(linking, null, 2)}\n`,
  )
}
