import { expect, test } from 'vitest'
import { choiceSchema } from '@/lib/choices/schema'

const said = {
  ...{ personId: '01890000-0000-7000-8000-000000000001', kind: 'not_counted' },
  ...{ how: 'At our office', 'saidOn-day': '1', 'saidOn-month': '11', 'saidOn-year': '2024' },
  saidOn: '2024-11-01',
}
const wrong = (given: object) =>
  choiceSchema
    .safeParse({ ...said, ...given })
    .error?.issues.flatMap(({ path }) => path.map(String)) ?? []

test('not to be counted is of everything, for no group, and asks nothing else', () => {
  expect(wrong({})).not.toContain('aboutCategories')
  expect(wrong({})).not.toContain('keptTo')
  expect(wrong({})).not.toContain('agreementId')
  expect(wrong({ aboutCategories: ['housing'] })).toContain('aboutCategories')
  expect(wrong({ groupId: said.personId })).toContain('aboutCategories')
})
