import { afterAll, beforeAll, expect, test } from 'vitest'
import { policyWeakenings } from '@/tests/support/access-model/mutation-list'
import { MutationSuite } from '@/tests/support/access-model/mutation-suite'

let suite: MutationSuite
beforeAll(async () => {
  suite = await MutationSuite.open()
})
afterAll(() => suite.close())

test('the matrix is green to begin with', async () => {
  expect(await suite.asItIs()).toBe('survived')
})

// Hundreds of weakenings, each asked of several viewers: no measure of speed on a busy machine.
const timeout = 5_400_000

test('every weakening of a policy turns the matrix red', { timeout }, async () => {
  const list = await policyWeakenings(suite.admin, suite.world)
  expect(list.length).toBeGreaterThan(300)
  expect(await suite.noticedAlone(list)).toEqual([])
  expect(await suite.survivors(list)).toEqual([])
  expect(suite.stale('policy')).toEqual([])
})
