import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connected } from '@/scripts/connection.mjs'
import { freshDatabase } from '../support/database'

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

/** `npm run areas -- …`, as its own process. */
const areas = (...words: string[]) => {
  const command = ['--import', 'tsx', 'scripts/areas.ts', ...words]
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL_OWNER: database.ownerUrl }
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const countSets = () =>
  connected(
    database.appUrl,
    async (client) => (await client.query('select key from area_set')).rows.length,
  )

it('says what it takes when it is given nothing, or no folder', () => {
  expect(areas()).toMatchObject({ status: 1, stdout: '' })
  expect(areas().stderr).toContain('npm run areas -- FOLDER')
  expect(areas('nowhere').stderr).toBe('There is no folder nowhere.\n')
})

it('asks whose data it is where nobody says', async () => {
  const { status, stderr } = areas('tests/unit/areas')
  expect(status).toBe(1)
  expect(stderr).toContain('Say whose data this is')
})

it('checks without writing, then loads and prints what it loaded', async () => {
  expect(areas('tests/fixtures/areas', '--check').stdout).toContain('nothing was written')
  expect(await countSets()).toBe(0)
  const { status, stdout } = areas('tests/fixtures/areas', '--attribution', 'Tinbury, invented')
  expect(status).toBe(0)
  expect(stdout).toContain('Tinbury: small areas of 2021 (tinbury-lsoa21): 4 areas')
  expect(stdout).toContain('Shown with: Tinbury, invented')
  expect(await countSets()).toBe(4)
})
