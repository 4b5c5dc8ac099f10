import type { Page } from '@playwright/test'
import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { accessibilityFaults, overflow } from '@/tests/support/pages/look'

// Dates of two agencies in one place: booked too close, said to be so, and another time offered and
// accepted; on a phone and on a desktop.
const widths = { phone: { width: 390, height: 800 }, desktop: { width: 1440, height: 900 } }

async function sound(page: Page): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
}

async function fillWhen(page: Page, ahead: number, time: string) {
  const day = new Date(Date.now() + ahead * 86_400_000)
  await page.getByLabel('Day').fill(String(day.getDate()))
  await page.getByLabel('Month').fill(String(day.getMonth() + 1))
  await page.getByLabel('Year').fill(String(day.getFullYear()))
  await page.getByLabel('At what time?').fill(time)
}

async function book(page: Page, id: string, ahead: number, time: string) {
  await page.goto(`/people/${id}/dates/new`)
  await page.getByLabel('What is it?').selectOption({ label: 'Appointment' })
  await fillWhen(page, ahead, time)
  await page.getByRole('button', { name: 'Book it' }).click()
  await expect(page.getByText('Booked.')).toBeVisible()
}

for (const [ahead, [where, viewport]] of Object.entries(widths).entries())
  test(`two at once are called out, and another time is offered, on a ${where}`, async ({ as }) => {
    test.slow()
    const id = await dannysId()
    const days = 31 + ahead
    const amina = await as('Amina Yusuf', { viewport })
    await book(amina, id, days, '10:07')
    const priya = await as('Priya Shah', { viewport })
    await book(priya, id, days, '10:12')
    await expect(priya.getByText('Two at once: 10:07 and 10:12').first()).toBeVisible()
    await sound(priya)
    await priya.screenshot({ path: `.data/test/dates-${where}.png`, fullPage: true })
    const theirs = priya.getByRole('listitem').filter({ hasText: '10:07 to' })
    await theirs.getByRole('link', { name: /^Offer another time/ }).click()
    await fillWhen(priya, days, '15:07')
    await priya.getByRole('button', { name: 'Offer this time' }).click()
    await expect(priya.getByText(/waiting for an answer/).first()).toBeVisible()
    await amina.goto(`/people/${id}/dates`)
    const hers = amina.getByRole('listitem').filter({ hasText: '10:07 to' })
    await hers.getByRole('link', { name: /^Answer the other time/ }).click()
    await amina.getByRole('radio', { name: 'Yes: move it to then' }).check()
    await amina.getByRole('button', { name: 'Save the answer' }).click()
    await expect(amina.getByText('15:07 to 15:37').first()).toBeVisible()
    for (const view of ['week', 'month']) {
      await amina.goto(`/people/${id}/dates?view=${view}`)
      await sound(amina)
    }
  })
