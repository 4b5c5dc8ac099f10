import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { joinCohort, leaveCohort, recordChoice, withdrawChoice } from '@/lib/choices/commands'
import { getOwnChoice, listAgreements, listCohorts } from '@/lib/choices/offered'
import { choiceSchema, cohortSchema } from '@/lib/choices/schema'
import { recordContact } from '@/lib/contacts/commands'
import { getContact } from '@/lib/contacts/queries'
import { contactSchema } from '@/lib/contacts/schema'
import { NotFound, NotPermitted, Refused } from '@/lib/errors'
import { listChoices } from '@/lib/sharing/queries'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'
import { formAction, post } from '@/tests/support/forms'

let place: WorkingPlace
let contact: string
beforeAll(async () => {
  place = await workingPlace()
})
beforeEach(async () => {
  const input = contactSchema.parse({
    personId: place.people.sam,
    what: 'seen',
    when: 'now',
    words: 'Talked about the order.',
    audience: 'agreed',
  })
  contact = await place.as('priya', (scope) => recordContact(scope, input))
})
afterAll(() => place.close())

const reads = async (who: Worker) =>
  (await place.as(who, (scope) => getContact(scope, place.people.sam, contact))) !== null
const said = (changes: object = {}) => ({
  personId: place.people.sam,
  kind: 'objection',
  saidOn: '2026-01-05',
  how: 'At our office',
  keptTo: 'yes',
  aboutCategories: ['justice'],
  ...changes,
})
const record = (changes?: object) =>
  place.as('priya', (scope) => recordChoice(scope, choiceSchema.parse(said(changes))))
const newest = async () =>
  (await place.as('priya', (scope) => listChoices(scope, place.people.sam))).find(
    ({ stands }) => stands,
  )?.id ?? ''
const withdraw = (who: Worker, choiceId: string) =>
  place.as(who, (scope) => withdrawChoice(scope, { personId: place.people.sam, choiceId }))

test('an objection counts from its moment until they change their mind', async () => {
  expect(await reads('tom')).toBe(true)
  await record()
  expect(await reads('tom')).toBe(false)
  expect(await reads('ben')).toBe(true)
  const id = await newest()
  expect(await place.as('ben', (s) => getOwnChoice(s, place.people.sam, id))).not.toBeNull()
  await expect(withdraw('tom', id)).rejects.toBeInstanceOf(NotFound)
  await withdraw('ben', id)
  expect(await reads('tom')).toBe(true)
  await expect(withdraw('ben', id)).rejects.toBeInstanceOf(NotFound)
})

test('a duty that comes first is recorded with who said so, and lets it through', async () => {
  expect(choiceSchema.safeParse(said({ keptTo: 'no' })).error?.issues[0]?.path).toEqual([
    'override',
  ])
  await record({ keptTo: 'no', override: 'Care Act section 42' })
  expect(await reads('tom')).toBe(true)
  const rows = await place.look<object>(
    'select overridden_by, override_reason from choice where overridden_by is not null',
  )
  expect(rows).toEqual([
    { overridden_by: place.users.priya, override_reason: 'Care Act section 42' },
  ])
})

test('agreement given in company, or because something hangs on it, is none', () => {
  const wrong = (changes: object) =>
    choiceSchema
      .safeParse(said({ kind: 'consent', agreementId: place.agreement, ...changes }))
      .error?.issues.map(({ path }) => path[0])
  expect(wrong({ alone: 'no', free: 'yes' })).toEqual(['alone'])
  expect(wrong({ alone: 'yes', free: 'no' })).toEqual(['free'])
  expect(wrong({ alone: 'yes', free: 'yes' })).toBeUndefined()
})

test('consent keeps its scope, how it was given and when it ends', async () => {
  await record({
    kind: 'consent',
    agreementId: place.agreement,
    alone: 'yes',
    free: 'yes',
    present: 'an interpreter',
    endsOn: '2999-01-31',
  })
  const rows = await place.look<object>(
    `select how, agreement_id, about_categories, upheld,
       (ends_at at time zone 'Europe/London')::text as ends from choice where kind = 'consent'`,
  )
  expect(rows).toEqual([
    {
      how: 'At our office; asked alone; present: an interpreter',
      agreement_id: place.agreement,
      about_categories: ['justice'],
      upheld: true,
      ends: '2999-02-01 00:00:00',
    },
  ])
})

test('out of the cohort nothing is shared; back in, it is, for what its own agency gives', async () => {
  const cohorts = () => place.as('priya', (scope) => listCohorts(scope, place.people.sam))
  const [member] = await cohorts()
  const leave = (who: Worker, memberId: string) =>
    place.as(who, (scope) =>
      leaveCohort(scope, { personId: place.people.sam, memberId, reason: 'He has moved away' }),
    )
  // Another agency put him in: it waits for that agency's word, or the custodian's.
  expect(await leave('priya', member?.id ?? '')).toBe(true)
  expect(await reads('tom')).toBe(true)
  await place.look('update cohort_member set agency_id = $1, decided_by = $2', [
    place.agencies.housing,
    place.users.tom,
  ])
  // A reader's own word opens nothing of what others give.
  expect(await reads('tom')).toBe(false)
  expect(await leave('tom', member?.id ?? '')).toBe(false)
  await expect(leave('priya', member?.id ?? '')).rejects.toBeInstanceOf(Refused)
  const join = (who: Worker) =>
    place.as(who, (scope) =>
      joinCohort(
        scope,
        cohortSchema.parse({ personId: place.people.sam, agreementId: place.agreement }),
      ),
    )
  await expect(join('olu')).rejects.toBeInstanceOf(NotPermitted)
  await expect(join('lou')).rejects.toThrow()
  await join('tom')
  await expect(join('tom')).rejects.toThrow('already')
  expect(await reads('tom')).toBe(false)
  await join('priya')
  expect(await reads('tom')).toBe(true)
  const rows = await place.look<{ decided_by: string }>(
    'select decided_by from cohort_member where ends_at is null order by starts_at',
  )
  expect(rows).toEqual([{ decided_by: place.users.tom }, { decided_by: place.users.priya }])
  // Each takes out what it put in.
  const mine = (await cohorts()).at(-1)?.id ?? ''
  await expect(leave('tom', mine)).resolves.toBe(true)
  expect(await leave('priya', mine)).toBe(false)
  expect(await reads('tom')).toBe(false)
  await join('priya')
})

test('nobody under 18 joins unless the agreement says so', async () => {
  const { alex } = place.people
  await place.as('priya', ({ db }) =>
    db.birth.createMany({ data: { personId: alex, year: new Date().getFullYear() - 15 } }),
  )
  const join = () =>
    place.as('priya', (scope) =>
      joinCohort(scope, { personId: alex, agreementId: place.agreement, toldOn: null }),
    )
  const refused =
    'This agreement is for people of 18 and over. If they are, ring the partnership desk.'
  await expect(join()).rejects.toThrow(refused)
  // By a date that the worker may not read too, in the same words (docs/security.md, what remains).
  const record = randomUUID()
  const { agencies, teams, users } = place
  await place.look('delete from birth where person_id = $1', [alex])
  await place.look(
    'insert into record (id, person_id, agency_id, confirmed) values ($1, $2, $3, true)',
    [record, alex, agencies.landlord],
  )
  await place.look(
    `insert into birth (id, person_id, record_id, agency_id, team_id, given_by, categories, year)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, '{identity}', $6)`,
    [alex, record, agencies.landlord, teams.landlord, users.lou, new Date().getFullYear() - 15],
  )
  const births = await place.as('priya', ({ db }) => db.birth.count({ where: { personId: alex } }))
  expect(births).toBe(0)
  await expect(join()).rejects.toThrow(refused)
})

test('only agreements of one’s own agency are offered; a form sent twice is one choice', async () => {
  const offered = await place.as('priya', (scope) => listAgreements(scope))
  expect(offered.agreements.map(({ value }) => value)).toEqual([place.agreement])
  const none = await place.as('lou', (scope) => listAgreements(scope))
  expect(none.agreements).toEqual([])
  const action = formAction(choiceSchema, async (scope, input) => {
    await recordChoice(scope, input)
    return '/saved'
  })
  const values = { ...said({ how: 'Twice' }), formKey: randomUUID() }
  for (let times = 0; times < 2; times += 1)
    expect(await post(place.tokens.priya, action, values)).toEqual({ wentTo: '/saved' })
  expect(await place.look(`select 1 from choice where how = 'Twice'`)).toHaveLength(1)
})
