import { expect, test } from 'vitest'
import { turns } from '@/lib/access/turns'
import { Busy } from '@/lib/errors'

/** Work that ends when told to, and says when it began. */
function held() {
  let end: () => void = () => undefined
  const begun: string[] = []
  const ended = new Promise<void>((resolve) => (end = resolve))
  return { end: () => end(), begun, work: (name: string) => () => (begun.push(name), ended) }
}
const room = { running: 2, waiting: 3, each: 2 }

test('so many run, so many wait, in the order they came; the rest is refused at once', async () => {
  const [inTurn, { end, begun, work }] = [turns(room), held()]
  const all = ['1', '2', '3', '4', '5'].map((name) => inTurn(null, work(name)))
  await expect(inTurn(null, work('6'))).rejects.toThrow(Busy)
  expect(begun).toEqual(['1', '2'])
  end()
  await Promise.all(all)
  expect(begun).toEqual(['1', '2', '3', '4', '5'])
  await inTurn(null, work('7'))
  expect(begun.at(-1)).toBe('7')
})

test('one network takes two of the places, and leaves the third to others', async () => {
  const [inTurn, { end, begun, work }] = [turns(room), held()]
  const flood = ['1', '2', '3', '4'].map((name) => inTurn('10.1.1', work(name)))
  await expect(inTurn('10.1.1', work('5'))).rejects.toThrow(Busy)
  const other = inTurn('10.2.2', work('other'))
  end()
  await Promise.all([...flood, other])
  expect(begun).toEqual(['1', '2', '3', '4', 'other'])
})

test('work that fails gives its place back', async () => {
  const inTurn = turns({ running: 1, waiting: 0, each: 0 })
  await expect(inTurn(null, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await inTurn(null, () => Promise.resolve('yes'))).toBe('yes')
})
