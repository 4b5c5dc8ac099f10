import { expect, test } from 'vitest'
import { ForStatisticians } from '@/app/insight/methods/for-statisticians'
import { leastLeverage, narrowestAllowed } from '@/lib/insight/rules/audit-publication'
import { profiles, type Profile } from '@/lib/insight/rules/protection-profiles'
import { markupOf } from '@/tests/unit/areas/markup'

// The page's bundle leaves out the solver, so two limits of the audit stand there in words.
test('the methods say what the audit refuses', () => {
  const words = markupOf(ForStatisticians({ profile: 'commissioner' })).replace(/\s+/g, ' ')
  expect(narrowestAllowed).toBe(3)
  expect(words).toContain('proves a cell to within less than 3 is refused')
  expect(leastLeverage).toBe(0.25)
  expect(words).toContain('less than a quarter of the variance of one change')
})

test('the methods give the parameters of the profile that is read', () => {
  for (const profile of Object.keys(profiles) as Profile[]) {
    const words = markupOf(ForStatisticians({ profile }))
    const { D, V, js } = profiles[profile]
    expect(words).toContain(`D of ${D}, a variance V of ${V}`)
    expect(words).toContain(`published as “0 to ${js}”`)
    expect(words).toContain(`>+${D}<`)
    expect(words).not.toContain(`>+${D + 1}<`)
  }
})
