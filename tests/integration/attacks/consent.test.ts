import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordChoice, withdrawChoice } from '@/lib/choices/commands'
import { choiceSchema } from '@/lib/choices/schema'
import { answerWord, takeBackWord } from '@/lib/confirming/commands'
import { getWordStates, listWords } from '@/lib/confirming/queries'
import { wordSchema } from '@/lib/confirming/schema'
import { recordContact } from '@/lib/contacts/commands'
import { getContact } from '@/lib/contacts/queries'
import { contactSchema } from '@/lib/contacts/schema'
import { NotFound, NotPermitted, Refused } from '@/lib/errors'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What a reader could write down that the person said, so that another agency's words open to them.
let place: WorkingPlace
let contact: string
beforeAll(async () => {
  place = await workingPlace()
  // Probation gives its plan words on the person's consent.
  await place.look(
    `insert into agreement_term (id, agreement_id, giver_agency_id, category, group_id, level, purpose,
       on_consent, starts_at)
     values ($1, $2, $3, 'plan', $4, 4, 'help', true, '2020-01-01')`,
    [randomUUID(), place.agreement, place.agencies.probation, place.group],
  )
  const { sam: personId } = place.people
  const input = { personId, what: 'seen', when: 'now', words: 'His plan.', audience: 'agreed' }
  contact = await place.as('priya', (scope) =>
    recordContact(scope, contactSchema.parse({ ...input, categories: ['plan'] })),
  )
})
afterAll(() => place.close())

const reads = async (who: Worker) =>
  (await place.as(who, (scope) => getContact(scope, place.people.sam, contact))) !== null
const say = (who: Worker, changes: object) =>
  place.as(who, (scope) =>
    recordChoice(
      scope,
      choiceSchema.parse({
        personId: place.people.sam,
        kind: 'consent',
        agreementId: place.agreement,
        alone: 'yes',
        free: 'yes',
        saidOn: '2026-01-05',
        how: 'At our office',
        aboutCategories: [],
        ...changes,
      }),
    ),
  )
const newest = async () =>
  (await place.look<{ id: string }>('select id from choice order by given_at desc limit 1'))[0]
    ?.id ?? ''
const withdraw = async (who: Worker, choiceId: string) =>
  place.as(who, (scope) => withdrawChoice(scope, { personId: place.people.sam, choiceId }))

test('a reader’s own record of a consent opens nothing to them, nor to another reader', async () => {
  await say('tom', {})
  expect(await reads('tom')).toBe(false)
  expect(await reads('dana')).toBe(false)
  const theirs = await newest()
  // The giver asks for itself.
  await say('priya', {})
  expect(await reads('tom')).toBe(true)
  const own = await newest()
  await withdraw('priya', own)
  expect(await reads('tom')).toBe(false)
  await withdraw('tom', theirs)
})

const waiting = (who: Worker) => place.as(who, (scope) => listWords(scope, place.people.sam))
const answer = (who: Worker, word: string, changes: object = {}) =>
  place.as(who, (scope) =>
    answerWord(scope, wordSchema.parse({ word, answer: 'confirm', ...changes })),
  )
const takeBack = (who: Worker, word: string) => place.as(who, (scope) => takeBackWord(scope, word))

test('the giver confirms it, and takes it back; a reader’s yes opens nothing', async () => {
  await say('tom', {})
  const id = await newest()
  expect((await waiting('priya')).map((word) => word.id)).toEqual([id])
  // Who wrote it is told: probation may know that housing works with him.
  expect((await waiting('priya'))[0]).toMatchObject({ kind: 'consent', person: 'sam Example' })
  for (const who of ['tom', 'dana', 'lou'] as const) {
    expect(await waiting(who)).toEqual([])
    await expect(answer(who, id)).rejects.toBeInstanceOf(NotFound)
  }
  await expect(answer('vi', id)).rejects.toBeInstanceOf(NotPermitted)
  await answer('priya', id)
  expect(await reads('tom')).toBe(true)
  expect(await waiting('priya')).toEqual([])
  await expect(answer('ben', id)).rejects.toThrow('answered this already')
  await takeBack('ben', id)
  expect(await reads('tom')).toBe(false)
  await expect(takeBack('priya', id)).rejects.toBeInstanceOf(Refused)
  expect(await waiting('priya')).toHaveLength(1)
  await expect(answer('priya', id, { answer: 'not', reason: null })).rejects.toThrow()
  await answer('priya', id, { answer: 'not', reason: 'He told us no' })
  expect(await reads('tom')).toBe(false)
  expect((await told('tom', id))?.answers).toEqual(['not: He told us no'])
  await withdraw('tom', id)
  await expect(answer('ben', id)).rejects.toBeInstanceOf(NotFound)
})

test('two at once: one answers, the other is told', async () => {
  await say('tom', {})
  const id = await newest()
  const both = await Promise.allSettled([answer('priya', id), answer('ben', id)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await place.look('select 1 from confirmation where subject_id = $1', [id])).toHaveLength(1)
  await withdraw('tom', id)
  expect(await reads('tom')).toBe(false)
})

test('an answer tells nobody of a giver that they may not know of', async () => {
  // The clinic gives legal matters on consent, and nothing that says it works with him.
  const term = randomUUID()
  const shows = (level: number) =>
    place.look(`update agreement_term set level = $1 where category = 'mental_health'`, [level])
  await shows(1)
  await place.look(
    `insert into agreement_term (id, agreement_id, giver_agency_id, category, group_id, level, purpose,
       on_consent, starts_at)
     values ($1, $2, $3, 'legal', $4, 4, 'help', true, '2020-01-01')`,
    [term, place.agreement, place.agencies.clinic, place.group],
  )
  await say('tom', { aboutCategories: ['legal'] })
  const id = await newest()
  const before = await told('tom', id)
  await answer('dana', id, { answer: 'not', reason: 'Nobody asked her' })
  expect(await told('tom', id)).toEqual(before)
  const lines = 'select 1 from notice where subject_id = $1'
  expect(await place.look(lines, [id])).toEqual([])
  await withdraw('tom', id)
  await place.look('delete from agreement_term where id = $1', [term])
  await shows(3)
})

test('a reader’s own end of an objection opens nothing until another confirms it', async () => {
  await say('priya', {})
  const consent = await newest()
  const objection = { kind: 'objection', agreementId: null, aboutCategories: ['plan'] }
  await say('tom', { ...objection, keptTo: 'yes' })
  const id = await newest()
  expect(await reads('tom')).toBe(false)
  await withdraw('tom', id)
  // For others it has ended; for what the clinic would read nobody of housing's gains.
  expect(await reads('tom')).toBe(false)
  expect(await reads('dana')).toBe(true)
  expect((await told('tom', id))?.waits).toBe(true)
  expect((await waiting('priya')).map((word) => [word.id, word.kind])).toEqual([[id, 'objection']])
  await answer('priya', id)
  expect(await reads('tom')).toBe(true)
  await takeBack('priya', id)
  expect(await reads('tom')).toBe(false)
  await answer('priya', id)
  // Nobody un-ends what has ended, by hand either: the person's own no would be a reader's to give.
  await place.as('tom', ({ db }) =>
    db.choice.updateMany({ where: { id }, data: { withdrawnAt: null } }),
  )
  expect(
    await place.look('select withdrawn_by from choice where id = $1 and withdrawn_at is not null', [
      id,
    ]),
  ).toEqual([{ withdrawn_by: place.users.tom }])
  await withdraw('priya', consent)
})

test('an agreement or a group that the form does not offer is refused', async () => {
  const [other, group] = [randomUUID(), randomUUID()]
  await place.look(
    `insert into agreement (id, name, place, purpose, cohort_name, cohort_description, starts_at, review_on,
       host_agency_id) values ($1, 'Another', 'Somewhere', 'help', 'c', 'c', '2020-01-01', '2990-01-01', $2)`,
    [other, place.agencies.landlord],
  )
  await place.look(
    `insert into receiver_group (id, agreement_id, name) values ($1, $2, 'Theirs')`,
    [group, other],
  )
  await expect(say('tom', { agreementId: other })).rejects.toThrow('Select an agreement')
  await expect(say('tom', { agreementId: randomUUID() })).rejects.toThrow('Select an agreement')
  await expect(say('tom', { groupId: group })).rejects.toThrow('Select a group')
  const objection = { kind: 'objection', agreementId: null, keptTo: 'yes' }
  await expect(say('tom', { ...objection, groupId: group })).rejects.toThrow('Select a group')
})

test('a duty that a reader recorded lifts no objection to what another gives', async () => {
  await say('priya', {})
  expect(await reads('tom')).toBe(true)
  const objection = { kind: 'objection', agreementId: null, aboutCategories: ['plan'] }
  await say('tom', { ...objection, keptTo: 'no', override: 'We need it' })
  expect(await reads('tom')).toBe(false)
  // For what the reader gains nothing by, and for what they give themselves, it lifts it.
  expect(await reads('dana')).toBe(true)
  const theirs = await newest()
  await withdraw('tom', theirs)
  await answer('priya', theirs)
  await say('priya', { ...objection, keptTo: 'no', override: 'Care Act section 42' })
  expect(await reads('tom')).toBe(true)
})

test('who records for one agency and works for a reader too gains by it', async () => {
  const [one] = await place.look<{ id: string }>(
    `select id from choice where kind = 'consent' and withdrawn_at is null`,
  )
  await withdraw('priya', one?.id ?? '')
  const lou = { agency: place.agencies.landlord, user: place.users.lou }
  await place.look(
    `insert into choice (id, person_id, record_id, agency_id, team_id, given_by, kind, agreement_id,
       said_on, how)
     select gen_random_uuid(), r.person_id, r.id, $2, $3, $4, 'consent', $5, '2026-01-05', 'so'
     from record r where r.person_id = $1 and r.agency_id = $2`,
    [await recordOf(lou.agency), lou.agency, place.teams.landlord, lou.user, place.agreement],
  )
  expect(await reads('tom')).toBe(true)
  await place.look(
    `insert into membership (id, user_id, agency_id, role, starts_at)
     values (gen_random_uuid(), $1, $2, 'practitioner', '2020-01-01')`,
    [lou.user, place.agencies.housing],
  )
  expect(await reads('tom')).toBe(false)
})

/** What tom's Sharing page says of something he wrote. */
const told = async (who: Worker, id: string) =>
  place.as(who, async (scope) => {
    const states = await getWordStates(scope, place.people.sam)
    const answers = states.answersTo(id).map(({ answer: said, reason }) => `${said}: ${reason}`)
    return { waits: states.waits.has(id), answers }
  })

/** Sam becomes known to an agency outside the agreement. @returns Sam */
async function recordOf(agency: string): Promise<string> {
  await place.look(
    'insert into record (id, person_id, agency_id, confirmed) values (gen_random_uuid(), $1, $2, true)',
    [place.people.sam, agency],
  )
  return place.people.sam
}
