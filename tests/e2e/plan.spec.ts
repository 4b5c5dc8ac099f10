import type { Page } from '@playwright/test'
import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { accessibilityFaults, overflow } from '@/tests/support/pages/look'

// What was agreed and what comes next: a goal in his words, who does what by when, and the review,
// by two agencies, on a phone and on a desktop.
const widths = { phone: { width: 390, height: 800 }, desktop: { width: 1440, height: 900 } }

async function sound(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
}

for (const [where, viewport] of Object.entries(widths))
  test(`a goal, who does what, and the review, on a ${where}`, async ({ as }) => {
    test.slow()
    const id = await dannysId()
    const words = `A garden, ${where} ${Date.now()}`
    const page = await as('Amina Yusuf', { viewport })
    await page.goto(`/people/${id}/plan`)
    await sound(page)
    await page.getByRole('link', { name: 'Add a goal' }).click()
    await page.getByLabel('What do they want?').fill(words)
    await page.getByRole('radio', { name: 'The person’s own words' }).check()
    await page.getByRole('button', { name: 'Save goal' }).click()
    await expect(page.getByRole('heading', { name: `“${words}”` })).toBeVisible()
    await page.getByRole('link', { name: 'Record what they say of it' }).click()
    await page.getByRole('radio', { name: 'Agreed', exact: true }).check()
    const group = (name: RegExp) => page.getByRole('group', { name })
    await group(/see them alone/)
      .getByRole('radio', { name: 'Yes' })
      .check()
    await group(/say no/)
      .getByRole('radio', { name: 'Yes' })
      .check()
    await page.getByRole('button', { name: 'Save what they said' }).click()
    await page.getByRole('link', { name: 'Add an action' }).click()
    await page.getByLabel('What is to be done?').fill(`Spade for ${words}`)
    await page.getByLabel('Towards which goal?').selectOption({ label: words })
    await page.getByLabel('Who does it?').selectOption({ label: 'Priya Shah, Probation' })
    const due = new Date(Date.now() + 5 * 86_400_000)
    await page.getByLabel('Day').fill(String(due.getDate()))
    await page.getByLabel('Month').fill(String(due.getMonth() + 1))
    await page.getByLabel('Year').fill(String(due.getFullYear()))
    await page.getByRole('button', { name: 'Save action' }).click()
    const line = page.getByRole('listitem').filter({ hasText: `Spade for ${words}` })
    await expect(line.getByText('named, and has not taken it on yet')).toBeVisible()
    await page.screenshot({ path: `.data/test/plan-${where}.png`, fullPage: true })
    await sound(page)

    const priya = await as('Priya Shah', { viewport })
    await priya.goto(`/people/${id}/plan`)
    const hers = priya.getByRole('listitem').filter({ hasText: `Spade for ${words}` })
    await hers.getByRole('link', { name: /^Take it on/ }).click()
    await priya.getByRole('button', { name: 'I take this on' }).click()
    await expect(hers.getByText(/^took it on/)).toBeVisible()
    await hers.getByRole('link', { name: /^Done/ }).click()
    await priya.getByRole('button', { name: 'It is done' }).click()
    await expect(hers.getByText(/^done /)).toBeVisible()

    await page.goto(`/people/${id}/plan/paper`)
    await expect(page.getByText(`I want: ${words}`)).toBeVisible()
    await sound(page)
    await page.goto(`/people/${id}/plan/versions`)
    await sound(page)
    await page.goto(`/people/${id}/plan`)
    const card = page.getByRole('heading', { name: `“${words}”` }).locator('xpath=../../..')
    await card.getByRole('link', { name: 'End it' }).click()
    await page.getByRole('radio', { name: 'Met', exact: true }).check()
    await page.getByRole('button', { name: 'End goal' }).click()
    await expect(page.getByText(`“${words}”: met`)).toBeVisible()
  })
