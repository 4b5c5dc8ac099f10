import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

test('whom to ring stands below their own words, in the markup too; needs are folded', async ({
  as,
}) => {
  const page = await as('Priya Shah', { viewport: { width: 390, height: 844 } })
  await page.goto(`/people/${await dannysId()}`)
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
  const at = (title: string) => headings.indexOf(title)
  expect(at('Who is involved')).toBeLessThan(at('Next dates'))
  expect(at('Next dates')).toBeLessThan(at('What has happened'))
  await expect(page.getByText('Last contact, from what you can see')).toBeVisible()
  const needs = page.getByRole('region', { name: 'Needs now' })
  await expect(needs.getByRole('listitem').first()).toBeHidden()
  await needs.getByLabel('Show the needs').check()
  await expect(needs.getByRole('listitem').first()).toBeVisible()
})

test('each row of People leads to recording a contact', async ({ as }) => {
  const page = await as('Priya Shah', { viewport: { width: 390, height: 844 } })
  await page.goto('/people')
  await page
    .getByRole('link', { name: /^Record a contact with / })
    .first()
    .click()
  await expect(page).toHaveURL(/\/contacts\/new$/)
})
