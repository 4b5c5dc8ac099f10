import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordChoice, withdrawChoice } from '@/lib/choices/commands'
import type { ChoiceInput } from '@/lib/choices/schema'
import { listWords } from '@/lib/confirming/queries'
import { getStates, listObjections } from '@/lib/sharing/queries'
import { decideAct, undoAct } from '@/lib/waiting/commands'
import { getAct, listActs } from '@/lib/waiting/queries'
import { decisionSchema } from '@/lib/waiting/schema'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// An objection holds everything back at once, and nobody has the last word alone: each agency whose
// entries it holds back is told, and it or the custodian can say why it does not hold for them.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const sam = () => place.people.sam
const audience = (to: 'agreed' | 'team', ...agencies: (keyof WorkingPlace['agencies'])[]) =>
  place.look('update involvement set audience = $1 where agency_id = any ($2::uuid[])', [
    to,
    agencies.map((key) => place.agencies[key]),
  ])
beforeEach(async () => {
  await place.look('update choice set withdrawn_at = now() where withdrawn_at is null')
  await place.look('delete from taking_away')
  await place.look('delete from notice')
  await audience('agreed', 'probation', 'clinic', 'housing')
})

const object = (who: Worker, change: Partial<ChoiceInput> = {}) =>
  place.as(who, (scope) =>
    recordChoice(scope, {
      personId: sam(),
      kind: 'objection',
      agreementId: null,
      groupId: null,
      aboutCategories: [],
      saidOn: '2026-01-01',
      how: 'At the window, by the refuge',
      present: null,
      alone: null,
      free: null,
      endsOn: null,
      keptTo: 'yes',
      override: null,
      ...change,
    }),
  )
const opens = async (who: Worker, giver: keyof WorkingPlace['agencies']) =>
  (await place.as(who, ({ db }) =>
    db.involvement.count({ where: { personId: sam(), agencyId: place.agencies[giver] } }),
  )) === 1
const waiting = (who: Worker) => place.as(who, (scope) => listActs(scope, false))
const objections = (who: Worker) => place.as(who, (scope) => listObjections(scope, sam()))
const answer = (who: Worker, actId: string, decision: 'agree' | 'decline', why: string | null) =>
  place.as(who, (scope) => decideAct(scope, { actId, of: 'objection', decision, answer: why }))
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => error.name,
  )

describe('an objection', () => {
  test('holds at once; each giver is told and asked, with nothing of what it may not read', async () => {
    expect(await opens('dana', 'probation')).toBe(true)
    await object('tom')
    expect(await opens('dana', 'probation')).toBe(false)
    expect(await opens('priya', 'housing')).toBe(false)
    const told = await place.as('mo', ({ db }) =>
      db.notice.findMany({ select: { kind: true, personId: true } }),
    )
    expect(told).toEqual([{ kind: 'objection', personId: sam() }])
    // An involvement of theirs that nobody else reads now: so who recorded it is not named.
    expect(await objections('priya')).toMatchObject([{ agency: 'another service', decision: null }])
    expect(await objections('tom')).toEqual([])
    const [act] = await waiting('mo')
    expect(act).toMatchObject({ kind: 'objection', by: null, agency: 'another service' })
    expect(act?.reason).toBeNull()
    expect(await waiting('cass')).toHaveLength(2)
    for (const who of ['priya', 'ben', 'vi', 'dana'] as const) {
      expect(await waiting(who), who).toEqual([])
      expect(await place.as(who, (scope) => getAct(scope, act?.id ?? '')), who).toBeNull()
    }
  })

  test('tells who recorded it nothing of whom it was asked', async () => {
    await object('tom')
    const states = await place.as('tom', (scope) => getStates(scope, sam()))
    expect(states.asked).toEqual([])
    await audience('team', 'probation', 'clinic')
    const [act] = await waiting('mo')
    await answer('mo', act?.id ?? '', 'decline', 'A court order')
    expect(await place.as('tom', ({ db }) => db.notice.count())).toBe(0)
  })

  test('does not hold for what an agency gives when it says why, and for nothing else', async () => {
    await object('tom')
    const [act] = await waiting('mo')
    expect(await failure(answer('mo', act?.id ?? '', 'decline', null))).toBe('Refused')
    expect(await failure(answer('priya', act?.id ?? '', 'decline', 'Why'))).toBe('NotPermitted')
    await answer('mo', act?.id ?? '', 'decline', 'A court order says so')
    expect(await opens('dana', 'probation')).toBe(true)
    expect(await opens('priya', 'housing')).toBe(false)
    expect(await objections('priya')).toMatchObject([
      { decision: 'declined', answer: 'A court order says so' },
    ])
    await place.as('mo', (scope) => undoAct(scope, { actId: act?.id ?? '', sure: true }))
    expect(await opens('dana', 'probation')).toBe(false)
    expect(await waiting('mo')).toHaveLength(1)
  })

  test('kept to, holds as before; the custodian can answer for any giver', async () => {
    await object('tom')
    const [act] = await waiting('mo')
    await answer('mo', act?.id ?? '', 'agree', null)
    expect(await opens('dana', 'probation')).toBe(false)
    expect(await objections('priya')).toMatchObject([{ decision: 'agreed' }])
    const clinics = (await waiting('cass')).find(({ from }) => from === 'clinic')
    await answer('cass', clinics?.id ?? '', 'decline', 'Recorded about somebody else')
    expect(await opens('priya', 'clinic')).toBe(true)
    expect(await opens('dana', 'probation')).toBe(false)
    const undo = (who: Worker) =>
      place.as(who, (scope) => undoAct(scope, { actId: clinics?.id ?? '', sure: true }))
    expect(await failure(undo('mo'))).toBe('NotFound')
    await undo('cass')
    expect(await opens('priya', 'clinic')).toBe(false)
  })

  test('withdrawn, or lifted by a duty when it was recorded, asks nobody', async () => {
    await object('tom')
    const [choice] = await place.look<{ id: string }>(
      'select id from choice where withdrawn_at is null',
    )
    await place.as('tom', (scope) =>
      withdrawChoice(scope, { personId: sam(), choiceId: choice?.id ?? '' }),
    )
    expect(await waiting('mo')).toEqual([])
    expect(await objections('priya')).toEqual([])
    await place.look('delete from taking_away')
    await object('tom', { keptTo: 'no', override: 'A duty' })
    expect(await waiting('cass')).toEqual([])
  })
})

describe.each(['enforcement', 'benefit_decision'])('a team of %s', (does) => {
  const become = (function_: string) =>
    place.look('update team set function = $1 where id = $2', [function_, place.teams.probation])
  beforeEach(() => become(does))
  afterEach(() => become('dual'))

  test('hears of no objection that others recorded, and the custodian answers for it', async () => {
    await object('tom')
    for (const who of ['priya', 'mo'] as const) {
      expect(await place.as(who, ({ db }) => db.choice.count()), who).toBe(0)
      expect(await place.as(who, ({ db }) => db.notice.count()), who).toBe(0)
      expect(await objections(who), who).toEqual([])
      expect(await waiting(who), who).toEqual([])
    }
    const ours = (await waiting('cass')).find(({ from }) => from === 'probation')
    expect(await failure(answer('mo', ours?.id ?? '', 'decline', 'Why'))).toBe('NotFound')
    await answer('cass', ours?.id ?? '', 'decline', 'A court order')
    expect(await opens('dana', 'probation')).toBe(true)
  })

  test('is asked to confirm nothing that others wrote down', async () => {
    await place.look('update agreement_term set on_consent = true where giver_agency_id = $1', [
      place.agencies.probation,
    ])
    await object('dana', {
      kind: 'consent',
      agreementId: place.agreement,
      free: 'yes',
      alone: 'yes',
    })
    const words = async (who: Worker) =>
      (await place.as(who, (scope) => listWords(scope, sam()))).filter(
        ({ kind }) => kind === 'consent',
      )
    expect(await words('priya')).toEqual([])
    await become('dual')
    expect(await words('priya')).toHaveLength(1)
    await place.look('update agreement_term set on_consent = false')
  })
})

test('the form asks for the reason beside its field', () => {
  const typed = { actId: place.users.tom, of: 'objection', decision: 'decline', answer: ' ' }
  const path = (of: string) =>
    decisionSchema.safeParse({ ...typed, of }).error?.issues.map((issue) => issue.path.join())
  expect(path('objection')).toEqual(['answer'])
  expect(path('bar')).toBeUndefined()
})
