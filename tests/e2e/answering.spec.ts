import { readinessErrands } from '@/tests/support/pages/forms/readiness-errands'
import { tryForm } from '@/tests/support/pages/forms/try-form'
import { accessibilityFaults, overflow } from '@/tests/support/pages/look'
import { expect, test } from '@/tests/support/pages/journey'

// Somebody is given a link, answers on a telephone, and changes their mind. The lead learns nothing
// of it. Then the round is closed, and every form about rounds is tried.
test.describe.configure({ mode: 'serial' })

const links: string[] = []

test('the lead makes links, which are shown once', async ({ as }) => {
  const page = await as('Ruth Adeyemi')
  await page.goto('/place/readiness')
  await page.getByRole('link', { name: 'Third round' }).first().click()
  await page.getByLabel('Their sector').selectOption('People with lived experience')
  await page.getByLabel('Their role').fill('Uses services')
  await page.getByLabel('How many links?').fill('2')
  await page.getByRole('button', { name: 'Make the links' }).click()
  const made = page.getByRole('status').getByRole('listitem')
  await expect(made).toHaveCount(2)
  links.push(...(await made.allTextContents()))
  await page.reload()
  await expect(page.getByRole('status').getByRole('listitem')).toHaveCount(0)
})

test('somebody answers by their link, and changes it by one of their own', async ({ nobody }) => {
  const page = await nobody()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(links[0] ?? '')
  const power = page.getByRole('group', { name: 'Power is shared' })
  await power.getByRole('radio', { name: '2', exact: true }).check()
  await page.getByText('Say more on: Power is shared').click()
  await page.getByRole('textbox', { name: 'Your words' }).fill('Nobody asked me')
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByText('Your answers are in')).toBeVisible()
  expect(page.url()).not.toContain(links[0])
  await expect(power.getByRole('radio', { name: '2', exact: true })).toBeChecked()
  await power.getByRole('radio', { name: 'I do not know' }).check()
  await page.getByRole('button', { name: 'Send the changed answers' }).click()
  await expect(power.getByRole('radio', { name: 'I do not know' })).toBeChecked()
  await page.goto(links[0] ?? '')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/does not open anything/)
})

test('without script the same; nothing answered is said, and kept', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(links[1] ?? '')
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByRole('alert')).toContainText('Answer at least one of them')
  await page
    .getByRole('group', { name: 'We want the same thing' })
    .getByRole('radio', { name: '10' })
    .check()
  await page.getByRole('button', { name: 'Send my answers' }).click()
  await expect(page.getByText('Your answers are in')).toBeVisible()
  await context.close()
})

for (const { name, cases } of readinessErrands)
  test(name, async ({ page }) => {
    const ids: Record<string, string> = {}
    for (const form of cases) await test.step(form.action, () => tryForm(page, form, ids))
  })
