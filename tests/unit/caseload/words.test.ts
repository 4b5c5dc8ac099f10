import { expect, test } from 'vitest'
import type { CaseloadRow } from '@/lib/caseload/queries'
import { rowDue, rowToDo } from '@/lib/caseload/words'

test('what needs doing does not say again how long ago somebody was seen', () => {
  const row = { worker: 'Mo', seenOn: '2026-06-01', since: '2026-01-01' } as CaseloadRow
  expect(rowToDo(row, '2026-11-30')).toMatch(/^Last seen/)
  expect(rowDue(row, '2026-11-30')).toBe('')
  const due = { ...row, reviewOn: '2026-11-01', reviewOf: 'plan' as const }
  expect(rowDue(due, '2026-11-30')).toMatch(/^Plan review was due/)
})
