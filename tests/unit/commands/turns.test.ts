import { expect, test } from 'vitest'
import { takeTurns } from '@/scripts/turns'

test('each job has its turn, whatever went wrong before it', async () => {
  const done: string[] = []
  const job = (name: string) => () => Promise.resolve(done.push(name))
  const broken = () => Promise.reject(new Error('broken'))
  await expect(takeTurns([job('one'), broken, job('two')])).rejects.toThrow('broken')
  expect(done).toEqual(['one', 'two'])
  expect(await takeTurns([job('three'), job('four')])).toEqual([3, 4])
})
