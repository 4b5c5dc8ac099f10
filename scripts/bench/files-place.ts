import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Makes a practice place in the database of FILES_ADMIN_URL with the code of the checkout it is
 * started in (its working folder), which may be an older one. Started by scripts/bench/files.ts.
 */
async function main(): Promise<void> {
  const { FILES_ADMIN_URL: adminUrl, FILES_DATABASE: database, FILES_PASSWORDS } = process.env
  const passwords: unknown = JSON.parse(FILES_PASSWORDS ?? '{}')
  const from = (path: string) => import(pathToFileURL(join(process.cwd(), path)).href)
  const { prepareDatabase } = await from('scripts/database.mjs')
  const { loadPractice } = await from('prisma/practice/load/load-practice.ts')
  const urls = await prepareDatabase({ adminUrl, database, passwords })
  await loadPractice(urls.ownerUrl, { count: 300, seed: 1, today: process.env.FILES_TODAY })
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
