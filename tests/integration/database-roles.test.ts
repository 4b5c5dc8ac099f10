import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connected } from '@/scripts/connection.mjs'
import { prepareDatabase } from '@/scripts/database.mjs'
import { quoted, roleNames } from '@/scripts/database-roles.mjs'

const database = `ct_roles_${process.pid}`
const creator = `ct_creator_${process.pid}`
const weak = `ct_weak_${process.pid}`
const passwords = { owner: 'one', app: 'two', insight: 'three', worker: 'four', publisher: 'five' }
const { adminUrl } = inject('server')
const beside = quoted(new URL(adminUrl).pathname.slice(1) || 'postgres')
const asLogin = (name: string) => {
  const url = new URL(adminUrl)
  url.username = name
  url.password = 'secret'
  return url.href
}
const run = (...statements: string[]) =>
  connected(adminUrl, async (admin) => {
    for (const statement of statements) await admin.query(statement)
  })

beforeAll(() =>
  run(
    `create role ${creator} login createrole createdb password 'secret'`,
    `create role ${weak} login password 'secret'`,
    // Nobody else may connect to what lies beside our own on the server that is brought along.
    `grant connect on database ${beside} to ${creator}, ${weak}`,
  ),
)
afterAll(() => {
  const roles = [...Object.values(roleNames(database)), creator, weak].map(quoted)
  return run(
    `drop database if exists ${database} with (force)`,
    `revoke connect on database ${beside} from ${creator}, ${weak}`,
    `drop role if exists ${roles.join(', ')}`,
  )
})

test('CREATEROLE and CREATEDB are enough, and the second time nothing changes', async () => {
  const options = { adminUrl: asLogin(creator), database, passwords }
  const first = await prepareDatabase(options)
  expect(first).toMatchObject({ created: true, changed: true })
  expect(await prepareDatabase(options)).toMatchObject({ created: false, changed: false })
  const { rows } = await connected(first.ownerUrl, (owner) =>
    owner.query(`
      select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong
      from pg_roles where rolname like 'ct\\_${database}\\_%' order by 1`),
  )
  const names = Object.values(roleNames(database)).sort()
  expect(rows).toEqual(names.map((rolname) => ({ rolname, strong: false })))
})

test('a stranger to the database cannot connect to it', async () => {
  const url = new URL(asLogin(weak))
  url.pathname = `/${database}`
  await expect(connected(url.href, (client) => client.query('select 1'))).rejects.toMatchObject({
    code: '42501',
  })
})

test('a login without the rights is told what to ask the administrator for', async () => {
  const options = { adminUrl: asLogin(weak), database: `${database}_none`, passwords }
  await expect(prepareDatabase(options)).rejects.toThrow(/CREATEROLE and CREATEDB[^]*create role/)
})
