import { expect, test } from '@/tests/support/pages/journey'
import { builtActions } from '@/tests/support/pages/routes'
import { errands, errandsElsewhere, notForms } from '@/tests/support/pages/forms/every-form'
import { tryForm } from '@/tests/support/pages/forms/try-form'

// What every form promises, because there is one Form: without script, something missing is said
// beside its field with everything typed kept, and what is right is saved; sent twice, it is saved
// once; saved by two, the second sees both versions; and when the session ends half-way the words
// are there again after signing in.
test.describe.configure({ mode: 'parallel' })

test('every form of the build is tried here, and nothing else is listed', () => {
  const built = builtActions().map(
    ({ file, name }) => `${file.replace(/^app\/|\/?(actions)?\.ts$/g, '')} ${name}`,
  )
  const tried = [...errands, ...errandsElsewhere].flatMap(({ cases }) =>
    cases.map(({ action }) => action),
  )
  const listed = [...tried, ...Object.keys(notForms)]
  expect(built.filter((action) => !listed.includes(action))).toEqual([])
  expect(listed.filter((action) => !built.includes(action))).toEqual([])
})

for (const { name, cases } of errands)
  test(name, async ({ page }) => {
    const ids: Record<string, string> = {}
    for (const form of cases) await test.step(form.action, () => tryForm(page, form, ids))
  })
