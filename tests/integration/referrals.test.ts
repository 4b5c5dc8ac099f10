import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '@/lib/db'
import { NotFound, NotPermitted, Refused } from '@/lib/errors'
import { openPerson } from '@/lib/people/queries'
import {
  amendReferral,
  answerReferral,
  endReferral,
  sendReferral,
  startReferral,
  withdrawReferral,
  writeReferral,
} from '@/lib/referrals/commands'
import {
  findReferral,
  listBox,
  listReferrals,
  listToAnswer,
  readReferral,
} from '@/lib/referrals/queries'
import { mayFollow, sideOf, STEPS, type Status, type Step } from '@/lib/referrals/rules'
import { referralSchema } from '@/lib/referrals/schema'
import { somebodyNew } from '@/tests/support/factories/somebody-new'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const somebody = () => somebodyNew(place)
const input = (personId: string, more: Record<string, unknown> = {}) =>
  referralSchema.parse({
    personId,
    where: 'team',
    toTeam: place.teams.landlord,
    reason: 'housing',
    words: 'A flat near her sister, please',
    when: 'send',
    ...more,
  })
const write = (personId: string, more = {}, by: Worker = 'priya') =>
  place.as(by, (scope) => writeReferral(scope, input(personId, more)))
const opens = (who: Worker, personId: string) =>
  place.as(who, async (scope) => (await openPerson(scope, personId, 'referrals'))?.ground ?? null)
const found = (who: Worker, id: string) => place.as(who, (scope) => findReferral(scope, id))
const read = (who: Worker, id: string) => place.as(who, (scope) => readReferral(scope, id))
const notices = async (who: Worker, id: string) =>
  (
    await place.look<{ kind: string }>(
      `select kind from notice where user_id = $1 and subject_id = $2 order by made_at`,
      [place.users[who], id],
    )
  ).map(({ kind }) => kind)

const take: Record<Step, (scope: Scope, id: string) => Promise<void>> = {
  sent: (scope, referralId) => sendReferral(scope, referralId),
  amended: (scope, referralId) =>
    readReferral(scope, referralId).then(({ editions }) =>
      amendReferral(scope, {
        ...{ referralId, edition: editions[0]?.edition ?? 1 },
        ...{ words: 'Any flat', line: 'She has changed her mind' },
      }),
    ),
  withdrawn: (scope, referralId) => withdrawReferral(scope, { referralId, line: 'She moved' }),
  accepted: (scope, referralId) =>
    answerReferral(scope, {
      ...{ referralId, answer: 'accepted', startsOn: null, reason: null, line: 'Gladly' },
    }),
  declined: (scope, referralId) =>
    answerReferral(scope, {
      ...{ referralId, answer: 'declined', startsOn: null, reason: 'no_capacity', line: null },
    }),
  started: (scope, referralId) => startReferral(scope, { referralId, worker: null, line: null }),
  ended: (scope, referralId) => endReferral(scope, { referralId, outcome: 'done', line: null }),
}
const does = (who: Worker, step: Step, id: string) =>
  place
    .as(who, (scope) => take[step](scope, id))
    .then(
      () => 'done',
      (error: unknown) => error,
    )

describe('from a draft to its end', () => {
  test('sent, it opens the person and what was written; the sender learns each answer', async () => {
    const person = await somebody()
    const id = await write(person)
    expect(await opens('lou', person)).toBe('referral')
    expect((await read('lou', id)).editions[0]?.words).toBe('A flat near her sister, please')
    expect(await place.as('lou', (scope) => listToAnswer(scope, 10))).toMatchObject([{ id }])
    expect(await opens('dana', person)).toBeNull()
    expect(await found('dana', id)).toBeNull()

    expect(await does('lou', 'accepted', id)).toBe('done')
    expect(await found('priya', id)).toMatchObject({ status: 'waiting' })
    expect(await opens('lou', person)).toBe('referral')
    expect(await does('lou', 'started', id)).toBe('done')
    expect(await opens('lou', person)).toBe('involvement')
    // It has opened what it opens: now the agreement decides, and there is none.
    expect((await read('lou', id)).editions).toEqual([])
    expect(await does('lou', 'ended', id)).toBe('done')
    expect(await found('priya', id)).toMatchObject({ status: 'ended', outcome: 'done' })
    expect(await notices('priya', id)).toEqual([
      ...['referral-accepted', 'referral-started', 'referral-ended'],
    ])
    const { log } = await read('priya', id)
    expect(log.map(({ kind }) => kind)).toEqual(['sent', 'accepted', 'started', 'ended'])
    // The other side is an agency, one's own a colleague.
    expect(log.map(({ worker, agency }) => worker ?? agency)).toEqual([
      ...['priya', 'landlord', 'landlord', 'landlord'],
    ])
  })

  test('declined, it closes at once and the sender reads why; the receiver keeps its line', async () => {
    const person = await somebody()
    const id = await write(person)
    expect(await does('lou', 'declined', id)).toBe('done')
    expect(await found('priya', id)).toMatchObject({
      ...{ status: 'declined', refusalReason: 'no_capacity' },
    })
    expect(await opens('lou', person)).toBeNull()
    expect(await found('lou', id)).toMatchObject({ status: 'declined' })
    expect((await read('lou', id)).editions).toEqual([])
    const inbox = await place.as('lou', (scope) => listBox(scope, 'in'))
    expect(inbox.find((row) => row.id === id)).toMatchObject({ whose: null })
    expect(await notices('priya', id)).toEqual(['referral-declined'])
  })

  test('amended, both sides read both wordings, and who changed what', async () => {
    const id = await write(await somebody())
    await does('lou', 'accepted', id)
    expect(await does('ben', 'amended', id)).toBe('done')
    const { editions, log } = await read('lou', id)
    expect(editions.map(({ words }) => words)).toEqual([
      ...['Any flat', 'A flat near her sister, please'],
    ])
    expect(log.at(-1)).toMatchObject({ kind: 'amended', words: 'She has changed her mind' })
    expect(await notices('lou', id)).toEqual(['referral-amended'])
  })

  test('a draft is the team’s to read, its writer’s to send, and opens nothing', async () => {
    const person = await somebody()
    const id = await write(person, { when: 'keep' })
    expect(await opens('lou', person)).toBeNull()
    expect(await found('lou', id)).toBeNull()
    expect(await found('ben', id)).toMatchObject({ status: 'draft' })
    expect(await does('ben', 'sent', id)).toMatchObject({ message: 'Whoever wrote it sends it.' })
    expect(await does('priya', 'sent', id)).toBe('done')
    expect(await opens('lou', person)).toBe('referral')
  })

  test('of a service outside, the sender writes down what they answered, and nobody else reads it', async () => {
    const person = await somebody()
    const outside = { where: 'service', toName: 'The night shelter', toTeam: '' }
    const id = await write(person, outside)
    for (const step of ['accepted', 'started', 'ended'] as const)
      expect(await does('ben', step, id)).toBe('done')
    expect(await found('priya', id)).toMatchObject({ status: 'ended', to: 'The night shelter' })
    expect(await opens('lou', person)).toBeNull()
  })

  test('a duty to refer has what the law asks for, or is not made', async () => {
    const person = await somebody()
    expect(() => input(person, { reason: 'homelessness_duty' })).toThrow('Select how they agreed')
    const id = await write(person, {
      ...{ reason: 'homelessness_duty', agreedOn: '2026-11-02', agreedHow: 'in_person' },
      ...{ council: 'Eastport', contactBy: 'Text after two', homeUntil: '2027-01-04' },
    })
    expect((await read('lou', id)).editions[0]).toMatchObject({ council: 'Eastport' })
  })
})

describe('who may not', () => {
  test('a volunteer, somebody who does not work with them, and one’s own team', async () => {
    const person = await somebody()
    await expect(write(person, {}, 'vi')).rejects.toBeInstanceOf(NotPermitted)
    await expect(write(person, {}, 'tom')).rejects.toBeInstanceOf(NotFound)
    await expect(write(person, { toTeam: place.teams.probation })).rejects.toThrow('your own team')
    const id = await write(person)
    expect(await does('vi', 'withdrawn', id)).toBeInstanceOf(NotPermitted)
    // Only sent a referral, one refers nobody on.
    await expect(write(person, { toTeam: place.teams.clinic }, 'lou')).rejects.toBeInstanceOf(
      NotFound,
    )
    await expect(write(person)).rejects.toThrow('already')
  })

  test('nobody answers their own, in whichever agency they act', async () => {
    const id = await write(await somebody())
    await place.look(
      `update referral_step set user_id = $1 where referral_id = $2 and kind = 'sent'`,
      [place.users.lou, id],
    )
    expect(await does('lou', 'accepted', id)).toMatchObject({
      message: 'You sent this yourself. A colleague answers it.',
    })
    expect(await place.as('lou', (scope) => listToAnswer(scope, 50))).not.toContainEqual(
      expect.objectContaining({ id }),
    )
  })

  test('access limited since: neither answered nor told of; limited before: not sent', async () => {
    const person = await somebody()
    const id = await write(person)
    const limit = randomUUID()
    await place.look(
      `insert into limited_access (id, person_id, record_id, agency_id, team_id, given_by, categories,
         reason, set_on, review_on, custodian_id)
       select $1, person_id, record_id, agency_id, team_id, given_by, '{safety}', 'x', now(), now(), $2
       from involvement where person_id = $3 limit 1`,
      [limit, place.users.cass, person],
    )
    await place.look(`insert into limited_access_named values ($1, $2)`, [limit, place.users.priya])
    expect(await opens('lou', person)).toBeNull()
    expect(await found('lou', id)).toBeNull()
    expect(await does('lou', 'accepted', id)).toBeInstanceOf(NotFound)
    await expect(write(person, { reason: 'money' })).rejects.toThrow('limited')
  })
})

test('two at once: one answers, the other is told what happened', async () => {
  const id = await write(await somebody())
  const answers = await Promise.all([does('lou', 'accepted', id), does('lou', 'declined', id)])
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
  const refused = answers.find((answer) => answer !== 'done')
  expect(refused).toBeInstanceOf(Refused)
  expect(String(refused)).toMatch(/It was (accepted|declined) by lou on \d+ \w+ \d{4}\./)
})

test('somebody amended it meanwhile: the second is told', async () => {
  const id = await write(await somebody())
  const amend = (who: Worker) =>
    place.as(who, (scope) =>
      amendReferral(scope, { referralId: id, edition: 1, words: 'New', line: 'x' }),
    )
  await amend('priya')
  await expect(amend('ben')).rejects.toThrow('Somebody amended it since you opened it')
})

// Everybody, in any order, against a model of a few lines: what is refused changes nothing.
const cast: readonly Worker[] = ['priya', 'ben', 'lou', 'dana']
const after: Record<Step, Status | null> = {
  ...{ sent: 'sent', amended: null, withdrawn: 'withdrawn', accepted: 'waiting' },
  ...{ declined: 'declined', started: 'started', ended: 'ended' },
}

test('any order of steps by anybody stands as the rules say, and opens no more', async () => {
  const move = fc.record({ who: fc.constantFrom(...cast), step: fc.constantFrom(...STEPS) })
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(move, { maxLength: 9 }), async (sent, moves) => {
      const person = await somebody()
      const id = await write(person, { when: sent ? 'send' : 'keep' })
      let status: Status = sent ? 'sent' : 'draft'
      for (const { who, step } of moves) {
        const side = sideOf(step) === 'sender' ? ['priya', 'ben'] : ['lou']
        const theirs = side.includes(who) && (side.length > 1 || status !== 'draft')
        // Taken back before it was sent, it was never anything to the receiver.
        const known = theirs && ((await found(who, id)) !== null || side.length > 1)
        const legal = mayFollow(status, step) && (step !== 'sent' || who === 'priya')
        const got = await does(who, step, id)
        if (known && legal) {
          expect(got).toBe('done')
          status = after[step] ?? status
        } else expect(got).toBeInstanceOf(known ? Refused : NotFound)
        expect(await found('priya', id)).toMatchObject({ status })
        const open = ['sent', 'waiting', 'started', 'ended'].includes(status)
        const ground = await opens('lou', person)
        if (status !== 'ended') expect(ground !== null).toBe(open)
        expect(await opens('dana', person)).toBeNull()
      }
    }),
    { numRuns: 20 },
  )
}, 240_000)

test('a third agency reads the headline its agreement lets through, and no log', async () => {
  const id = await write(place.people.sam)
  expect(await found('tom', id)).toMatchObject({ from: 'probation team', to: 'another service' })
  expect(await read('tom', id)).toEqual({ editions: [], log: [], steps: [] })
  const listed = await place.as('priya', (scope) => listReferrals(scope, place.people.sam))
  expect(listed).toMatchObject([{ id, own: true, to: 'landlord team' }])
  expect((await read('dana', id)).log).toEqual([])
})
