import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles, verbs, type Role } from '@/lib/access/policy'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'

let database: Awaited<ReturnType<typeof freshDatabase>>
let owner: Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = await connect(database.adminUrl)
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

test('what roles may do stands in one table, and each verb of it is known by name', async () => {
  const { rows } = await owner.query<{ verb: string }>(
    'select distinct v.verb from unnest($1::text[]) r, unnest(access.verbs_of(r)) v(verb)',
    [roles],
  )
  expect(rows.map(({ verb }) => verb).sort()).toEqual([...verbs].sort())
})

// Written again on purpose, from what each role is for: whoever moves a verb moves it here too.
const anybody = 'notice:put-away role:answer'
const people = `contact:correct contact:record draft:keep person:open`
const casework = `${people} access:limit appointment:book assessment:record choice:record
  cohort:decide conflict:declare contact:reword death:record fact:end fact:give
  handover:answer handover:ask harm:link
  involvement:end involvement:start name:protect need:rate person:create person:open-archive
  person:print person:search plan:write referral:answer referral:send service:find
  sharing:confirm warning:end warning:give
  whereabouts:protect`
const written: Record<Role, string> = {
  limited: people,
  practitioner: casework,
  manager: `${casework} caseload:view place:correct place:view proposition:write role:agree waiting:decide
    worker:allocate`,
  steward: `draft:keep identity:link identity:review identity:unlink incident:read transfer:import`,
  custodian: `access:limit draft:keep identity:link identity:review identity:unlink incident:read
    limited:review person:open waiting:decide`,
  commissioner: `draft:keep insight:view place:correct place:curate place:view proposition:write
    readiness:lead service:find`,
  officer: `agreement:read agreement:write draft:keep incident:read log:read place:view
    proposition:write publication:agree publication:ask
    role:agree service:find sharing:confirm`,
  administrator: `admin:view admin:write agreement:read draft:keep place:view role:agree
    service:find transfer:count`,
}

test.each(roles)('a %s may do what is written here, and nothing else', async (role) => {
  const { rows } = await owner.query<{ verbs: string[] }>('select access.verbs_of($1) as verbs', [
    role,
  ])
  expect([...(rows[0]?.verbs ?? [])].sort()).toEqual(
    `${anybody} ${written[role]}`.split(/\s+/).sort(),
  )
})

test('a role that nobody knows may do nothing, and neither may somebody signed out', async () => {
  const { rows } = await owner.query<{ unknown: string[] | null; nobody: boolean }>(
    `select access.verbs_of('director') as unknown, access.may('person:open') as nobody`,
  )
  expect(rows).toEqual([{ unknown: null, nobody: false }])
})
