import { expect, test } from 'vitest'
import { overviewNeeds } from '@/lib/needs/words'
import type { NeedNow } from '@/lib/people/view'

const now = '2026-11-30'
const need = (changes: Partial<NeedNow> = {}): NeedNow => ({
  ...{ id: '1', domain: 'money', state: 'current', severity: 3, trend: 'better' },
  ...{ direction: null, byPerson: false, ratedOn: '2026-11-21', agency: 'Jobcentre', own: false },
  ...changes,
})
const money = (needs: NeedNow[]) =>
  overviewNeeds(needs, 'Danny’s own view', now).find(({ domain }) => domain === 'money')

test('the overview shows a service’s view, and the person’s own where it is all there is', () => {
  const own = need({ byPerson: true, severity: 1, ratedOn: '2026-11-27' })
  expect(money([own, need()])).toMatchObject({
    ...{ severity: 3, said: 'better, says Jobcentre, 9 days ago' },
  })
  expect(money([own])).toMatchObject({
    ...{ severity: 1, said: 'better, Danny’s own view, 3 days ago' },
  })
})

test('not known, not asked and unseen are three things', () => {
  const of = (state: NeedNow['state']) => money([need({ state, severity: null, trend: null })])
  expect(of('not_known')?.state).toBe('not-known')
  expect(of('not_asked')?.state).toBe('not-asked')
  expect(money([])).toMatchObject({ state: 'unseen', said: 'nothing that you can see' })
})
