import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, today } from '@/lib/dates'
import { NotFound, NotPermitted, Refused, Stale } from '@/lib/errors'
import { closeReview, giveHeldPlan, giveStrength, planReview } from '@/lib/plan/around'
import { addAction, endGoal, giveGoal, recordAsked, rewordGoal } from '@/lib/plan/commands'
import { getPlan } from '@/lib/plan/queries'
import { planOn } from '@/lib/plan/rules'
import { actionSchema, askedSchema, reviewHeldSchema, stepSchema } from '@/lib/plan/schema'
import { stepAction } from '@/lib/plan/steps'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  // Plans are shared: what probation and housing add, all three read.
  await place.look(
    `insert into agreement_term (id, agreement_id, giver_agency_id, group_id, category, level, purpose)
     select gen_random_uuid(), agreement_id, giver_agency_id, group_id, 'plan', 4, purpose
     from agreement_term where category in ('identity', 'housing') and level = 4`,
  )
})
afterAll(() => place.close())

const sam = () => place.people.sam
const goal = (who: Worker, words: string, saidBy: 'person' | 'agency' = 'person') =>
  place.as(who, (scope) => giveGoal(scope, { personId: sam(), words, saidBy }))
const plan = (who: Worker) => place.as(who, (scope) => getPlan(scope, sam()))
const now = async (who: Worker) => planOn(await plan(who), today())
const act = (who: Worker, owner: string, more: object = {}) =>
  place.as(who, (scope) =>
    addAction(
      scope,
      actionSchema.parse({
        ...{ personId: sam(), goalId: '', words: 'Deposit form', owner },
        ...{ dueOn: addDays(today(), 3), ...more },
      }),
    ),
  )
const step = (who: Worker, actionId: string, name: string, more: object = {}, version?: number) =>
  place.as(who, (scope) =>
    stepAction(
      scope,
      stepSchema.parse({ personId: sam(), actionId, step: name, ...more }),
      version,
    ),
  )
const asked = (who: Worker, goalId: string, changes: object = {}) =>
  place.as(who, (scope) =>
    recordAsked(
      scope,
      askedSchema.parse({
        ...{ personId: sam(), goalId, answer: 'agreed', seenAlone: 'yes', freeToSay: 'yes' },
        ...changes,
      }),
    ),
  )
const find = async (who: Worker, id: string) =>
  (await plan(who)).actions.find((one) => one.id === id)

describe('goals', () => {
  test('a goal is what they want in their words; another agency reads it where terms let it', async () => {
    const id = await goal('priya', 'My own front door')
    expect((await now('tom')).goals.find((one) => one.id === id)).toMatchObject({
      words: 'My own front door',
      own: false,
      agreement: 'not_asked',
    })
    expect((await now('lou')).goals).toEqual([])
    await place.as('priya', (scope) =>
      endGoal(scope, { personId: sam(), goalId: id, outcome: 'met' }),
    )
    expect((await now('tom')).goals).toEqual([])
  })

  test('another agency asks them, and a yes counts only alone and free to say no', async () => {
    const id = await goal('priya', 'Sundays with my girl', 'agency')
    const seen = async () => (await now('tom')).goals.find((one) => one.id === id)?.agreement
    await asked('tom', id, { seenAlone: 'no' })
    expect(await seen()).toBe('told')
    await asked('tom', id, { freeToSay: 'no' })
    expect(await seen()).toBe('told')
    await asked('tom', id)
    expect(await seen()).toBe('agreed')
    await expect(asked('tom', randomUUID())).rejects.toThrow(NotFound)
  })

  test('nothing is done under words of an agency until somebody has asked', async () => {
    const id = await goal('tom', 'A forklift course', 'agency')
    const { tom } = place.users
    await expect(act('tom', tom, { goalId: id })).rejects.toThrow(/until somebody has asked/)
    await asked('tom', id, { answer: 'agreed_in_part' })
    await expect(act('tom', tom, { goalId: id })).resolves.toBeTypeOf('string')
  })

  test('said anew, the new goal follows the old one, and what is done stands under it', async () => {
    const id = await goal('tom', 'Sort the money')
    const action = await act('tom', place.users.tom, { goalId: id })
    const said = { personId: sam(), words: 'No more letters', saidBy: 'person' as const }
    const next = await place.as('tom', (scope) => rewordGoal(scope, { ...said, goalId: id }))
    const found = (await now('priya')).goals.find((one) => one.id === next)
    expect(found).toMatchObject({ words: 'No more letters', followsId: id })
    expect(found?.actions.map((one) => one.id)).toEqual([action])
    // A colleague is too late, and is told.
    const again = place.as('tom', (scope) => rewordGoal(scope, { ...said, goalId: id }))
    await expect(again).rejects.toThrow(Stale)
  })

  test('five stand at most; and a mistake stays with its own agency', async () => {
    const before = (await now('priya')).goals.length
    const made: string[] = []
    for (let n = before; n < 5; n += 1) made.push(await goal('priya', `Goal ${n}`))
    await expect(goal('priya', 'One more')).rejects.toThrow(/five goals already/)
    for (const goalId of made) {
      const mistake = { personId: sam(), goalId, outcome: 'withdrawn' as const }
      await place.as('priya', (scope) => endGoal(scope, mistake))
    }
    expect((await plan('tom')).goals.map(({ id }) => id)).not.toContain(made[0])
    const left = await place.as('tom', ({ db }) =>
      db.planGoal.findMany({ where: { id: { in: made } } }),
    )
    expect(left).toEqual([])
  })

  test('a volunteer and somebody outside write nothing, and another agency ends nothing', async () => {
    await expect(goal('vi', 'x')).rejects.toThrow(NotPermitted)
    await expect(goal('lou', 'x')).rejects.toThrow(Refused)
    const id = await goal('priya', 'Theirs')
    const theirs = { personId: sam(), goalId: id, outcome: 'met' as const }
    await expect(place.as('tom', (scope) => endGoal(scope, theirs))).rejects.toThrow(NotFound)
    await place.as('priya', (scope) => endGoal(scope, theirs))
  })
})

describe('actions', () => {
  test('an action names one owner, who takes it on for themselves; reading is not that', async () => {
    await place.look(
      `insert into involvement_worker (id, person_id, record_id, agency_id, team_id, class_id,
         categories, given_by, involvement_id, user_id, worker_name, starts_on)
       select gen_random_uuid(), i.person_id, i.record_id, i.agency_id, i.team_id, i.class_id,
         i.categories, i.given_by, i.id, $2, 'Tom', '2020-01-01'
       from involvement i join membership m on m.agency_id = i.agency_id and m.user_id = $2
       where i.person_id = $1`,
      [sam(), place.users.tom],
    )
    const id = await act('priya', place.users.tom)
    expect(await find('tom', id)).toMatchObject({ mine: true, takenOn: null, own: false })
    await step('tom', id, 'take')
    expect(await find('priya', id)).toMatchObject({ takenOn: today() })
    await expect(step('tom', id, 'take')).rejects.toThrow('You have taken this on already.')
    await expect(step('tom', id, 'remove')).rejects.toThrow(/Only the agency that added it/)
    await step('tom', id, 'done')
    expect(await find('priya', id)).toMatchObject({ doneOn: today() })
    await step('priya', id, 'undo')
    await step('priya', id, 'remove')
    expect(await find('tom', id)).toBeUndefined()
  })

  test('whoever is named works with them, as far as the giver may know', async () => {
    await expect(act('priya', place.users.lou)).rejects.toThrow(/Choose who does it from the list/)
    await expect(act('priya', randomUUID())).rejects.toThrow(Refused)
  })

  test('a date is moved with why, and the old one stands beside it', async () => {
    const id = await act('priya', 'person')
    expect(stepSchema.safeParse({ personId: sam(), actionId: id, step: 'move' }).success).toBe(
      false,
    )
    const day = addDays(today(), 9)
    await step('ben', id, 'move', { day, why: 'The office was shut' })
    expect(await find('tom', id)).toMatchObject({
      ...{ dueOn: day, movedFrom: addDays(today(), 3), movedWhy: 'The office was shut' },
      byPerson: true,
    })
    await expect(step('tom', id, 'done')).rejects.toThrow(/Only its owner and the agency/)
  })

  test('two at once: one succeeds, the other is told', async () => {
    const id = await act('priya', 'person')
    const both = await Promise.allSettled([
      step('priya', id, 'done', {}, 1),
      step('ben', id, 'not-done', { why: 'The bus did not come' }, 1),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Stale)
    expect(await find('tom', id)).toMatchObject({ version: 2 })
  })

  const byHand = (who: Worker, id: string, sets: string) =>
    place.as(who, ({ db }) =>
      db.$executeRawUnsafe(`update plan_action set ${sets} where id = '${id}'`),
    )

  test('by hand nobody goes where no step leads, and no other agency changes it', async () => {
    const id = await act('priya', 'person')
    const { tom, priya } = place.users
    await expect(byHand('priya', id, `owner_user_id = '${tom}'`)).rejects.toThrow(Refused)
    await expect(byHand('priya', id, `due_on = '2020-01-01'`)).rejects.toThrow(Refused)
    await expect(byHand('priya', id, `done_on = '2999-01-01'`)).rejects.toThrow(Refused)
    const both = `done_on = '2024-01-01', owner_user_id = '${priya}', taken_on_at = now()`
    await expect(byHand('priya', id, both)).rejects.toThrow(Refused)
    await expect(byHand('tom', id, `done_on = '2024-01-01'`)).resolves.toBe(0)
    await byHand('priya', id, `done_on = '2024-01-01'`)
    await expect(byHand('priya', id, `done_on = '2024-01-02'`)).rejects.toThrow(Refused)
    await expect(byHand('priya', id, `withdrawn_on = '2024-01-02'`)).rejects.toThrow(Refused)
  })
})

test('a review has one day to come, and an outcome once held; two versions stand side by side', async () => {
  const id = await goal('priya', 'Before the review')
  const plannedFor = addDays(today(), 4)
  const review = await place.as('priya', (scope) =>
    planReview(scope, { personId: sam(), plannedFor }),
  )
  const second = place.as('tom', (scope) => planReview(scope, { personId: sam(), plannedFor }))
  await expect(second).rejects.toThrow(/planned already/)
  const held = { personId: sam(), reviewId: review, took: 'held' }
  expect(reviewHeldSchema.safeParse(held).success).toBe(false)
  const input = reviewHeldSchema.parse({ ...held, outcome: 'Kept the flat' })
  await place.as('ben', (scope) => closeReview(scope, input))
  await expect(place.as('priya', (scope) => closeReview(scope, input))).rejects.toThrow(Stale)
  const seen = await plan('tom')
  expect(seen.reviews).toMatchObject([{ heldOn: today(), outcome: 'Kept the flat' }])
  const before = planOn(seen, addDays(today(), -1)).goals.map((one) => one.id)
  expect(before).not.toContain(id)
  expect(planOn(seen, today()).goals.map((one) => one.id)).toContain(id)
})

test('strengths are theirs; a plan that an agency holds is a line, as far as terms let it', async () => {
  await place.as('tom', (scope) => giveStrength(scope, { personId: sam(), words: 'I cook' }))
  await place.as('dana', (scope) =>
    giveHeldPlan(scope, {
      ...{ personId: sam(), kind: 'care', agreedOn: addDays(today(), -3), reviewOn: null },
    }),
  )
  const seen = await plan('priya')
  expect(seen.strengths).toMatchObject([{ words: 'I cook', own: false }])
  // The clinic gives its headlines: kind and date.
  expect(seen.held).toMatchObject([{ kind: 'care', own: false }])
  expect((await plan('dana')).held).toMatchObject([{ own: true }])
})
