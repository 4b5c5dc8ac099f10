import type { Page } from '@playwright/test'
import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { accessibilityFaults, overflow } from '@/tests/support/pages/look'

const list = (page: Page) => page.getByRole('region', { name: 'What has happened' })
const lines = (page: Page) => list(page).locator('ol > li')
const shown = (page: Page) => page.getByRole('navigation', { name: 'What is shown' })
const placeIn = (page: Page) => new URL(page.url()).searchParams.get('after')

test('what changed stands among the contacts, and alone at the same place, without a script', async ({
  as,
}) => {
  const page = await as('Amina Yusuf', { javaScriptEnabled: false })
  await page.goto(`/people/${await dannysId()}/timeline`)
  await expect(lines(page).filter({ hasText: 'Seen' }).first()).toBeVisible()
  await expect(lines(page).filter({ hasText: 'rated' }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Next entries' }).click()
  const place = placeIn(page)
  expect(place).toBeTruthy()

  await shown(page).getByRole('link', { name: 'Contacts' }).click()
  expect(placeIn(page)).toBe(place)
  await expect(shown(page).locator('[aria-current]')).toHaveText('Contacts')
  await expect(lines(page).filter({ hasText: 'rated' })).toHaveCount(0)

  await shown(page).getByRole('link', { name: 'Changes' }).click()
  expect(placeIn(page)).toBe(place)
  await expect(lines(page).filter({ hasText: 'Work begun' }).first()).toBeVisible()
  await expect(lines(page).filter({ hasText: 'Not seen' })).toHaveCount(0)

  await page.getByRole('link', { name: 'Previous entries' }).click()
  expect(placeIn(page)).toBeNull()
  await expect(shown(page).locator('[aria-current]')).toHaveText('Changes')
})

test('a line each says what is held, fits the window and is as accessible', async ({ as }) => {
  const page = await as('Amina Yusuf')
  await page.goto(`/people/${await dannysId()}/timeline`)
  await expect(list(page).getByText('Held by the service.').first()).toBeVisible()
  expect(await accessibilityFaults(page)).toEqual([])
  const before = await lines(page).count()
  await page.getByRole('link', { name: 'A line each' }).click()
  await expect(page).toHaveURL(/view=compact/)
  await expect(lines(page)).toHaveCount(before)
  await expect(lines(page).filter({ hasText: 'Held by the service' }).first()).toBeVisible()
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page), `${width} wide`).toBe(0)
  }
  expect(await accessibilityFaults(page)).toEqual([])
})
