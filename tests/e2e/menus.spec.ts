import { expect, test } from '@/tests/support/pages/journey'

test('one’s own menu closes on Escape and on going elsewhere', async ({ as }) => {
  const page = await as('Priya Shah', { viewport: { width: 1440, height: 900 } })
  await page.goto('/people')
  const name = page.getByRole('banner').locator('summary').filter({ hasText: 'Priya Shah' })
  const out = page.getByRole('banner').getByRole('button', { name: 'Sign out' })
  await name.click()
  await expect(out).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(out).toBeHidden()
  await expect(name).toBeFocused()
  await name.click()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(out).toBeHidden()
})

test('on a phone somebody is looked for in one tap', async ({ as }) => {
  const page = await as('Gurdeep Sekhon', { viewport: { width: 390, height: 844 } })
  await page.goto('/')
  await page.getByRole('banner').locator('summary').filter({ hasText: 'Find a person' }).click()
  await page.keyboard.type('cooper')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/people$/)
  await expect(page.getByRole('main').getByRole('searchbox')).toHaveValue('cooper')
})
