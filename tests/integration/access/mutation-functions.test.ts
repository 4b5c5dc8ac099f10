import { afterAll, beforeAll, expect, test } from 'vitest'
import { functionsAsked, functionWeakenings } from '@/tests/support/access-model/mutation-list'
import { MutationSuite } from '@/tests/support/access-model/mutation-suite'

let suite: MutationSuite
beforeAll(async () => {
  suite = await MutationSuite.open()
})
afterAll(() => suite.close())

test('nor does the app’s own login notice anything to begin with', async () => {
  expect(await suite.probeAsItIs()).toBe(false)
})

// Hundreds of weakenings, each asked of several viewers: no measure of speed on a busy machine.
const timeout = 5_400_000

test(
  'every weakening of a function that policies ask turns the matrix red',
  { timeout },
  async () => {
    const list = functionWeakenings(await functionsAsked(suite.admin))
    expect(list.length).toBeGreaterThan(150)
    expect(await suite.survivors(list)).toEqual([])
    expect(suite.stale('function')).toEqual([])
  },
)
