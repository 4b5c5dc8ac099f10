import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, today } from '@/lib/dates'
import { Refused } from '@/lib/errors'
import { addAction } from '@/lib/plan/commands'
import { STEPS, type Step } from '@/lib/plan/lists'
import { getPlan } from '@/lib/plan/queries'
import { actionSchema, stepSchema } from '@/lib/plan/schema'
import { stepAction } from '@/lib/plan/steps'
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

// The simple model: who owns it, whether they took it on, where it stands. Written anew, from what
// the plan promises, and not from the rules that the pages use.
type Model = { owner: Worker | null; taken: boolean; at: 'open' | 'done' | 'not_done' | 'gone' }

function next(model: Model, who: Worker, step: Step): Model | null {
  if (model.at === 'gone') return null
  if (step === 'undo') return model.at === 'open' ? null : { ...model, at: 'open' }
  if (model.at !== 'open') return null
  switch (step) {
    case 'take':
      return model.owner === who && model.taken ? null : { ...model, owner: who, taken: true }
    case 'move':
      return model
    case 'done':
      return { ...model, at: 'done' }
    case 'not-done':
      return { ...model, at: 'not_done' }
    case 'remove':
      return { ...model, at: 'gone' }
  }
}

const moves = fc.array(
  fc.record({
    who: fc.constantFrom<Worker>('priya', 'ben', 'mo'),
    step: fc.constantFrom<Step>(...STEPS.map(({ key }) => key)),
    ahead: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 1, maxLength: 8 },
)

test('whatever is tried in whatever order, an action stands where the model says', async () => {
  const personId = place.people.sam
  await fc.assert(
    fc.asyncProperty(moves, async (tried) => {
      const start = { personId, goalId: '', words: 'Ring', owner: 'person' }
      const input = actionSchema.parse({ ...start, dueOn: addDays(today(), 2) })
      const actionId = await place.as('priya', (scope) => addAction(scope, input))
      let model: Model = { owner: null, taken: false, at: 'open' }
      for (const { who, step, ahead } of tried) {
        const after = next(model, who, step)
        const said = { personId, actionId, step, day: addDays(today(), ahead), why: 'The bus' }
        const done = place.as(who, (scope) => stepAction(scope, stepSchema.parse(said)))
        if (after === null) await expect(done).rejects.toThrow(Refused)
        else await done
        model = after ?? model
      }
      const seen = await place.as('ben', (scope) => getPlan(scope, personId))
      const found = seen.actions.find(({ id }) => id === actionId)
      expect(found === undefined ? 'gone' : where(found)).toBe(model.at)
      if (found) expect(found.takenOn !== null).toBe(model.taken)
    }),
    { numRuns: 25 },
  )
}, 60_000)

const where = ({ doneOn, notDoneOn }: { doneOn: string | null; notDoneOn: string | null }) =>
  doneOn ? 'done' : notDoneOn ? 'not_done' : 'open'
