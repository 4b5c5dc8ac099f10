import { describe, expect, test } from 'vitest'
import { agenciesDiffer } from '@/lib/facts/differ'

const says = (by: string, value: string, over = false) => ({ by, value, over })

describe('agencies differ', () => {
  test('where two say different things now', () => {
    expect(
      agenciesDiffer([says('Health', '12 May 1990'), says('Probation', '5 December 1990')]),
    ).toBe(true)
  })

  test('not where one has said several things, the newest like the other’s', () => {
    expect(agenciesDiffer([says('Health', 'A'), says('Health', 'B'), says('Housing', 'A')])).toBe(
      false,
    )
  })

  test('not where one of them is over, nor where nobody says anything', () => {
    expect(agenciesDiffer([says('Health', 'A'), says('Housing', 'B', true)])).toBe(false)
    expect(agenciesDiffer([])).toBe(false)
  })
})
