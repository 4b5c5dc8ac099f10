import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

const plain = { javaScriptEnabled: false }

test('a refused page says so in words, and a page that is open says nothing of it', async ({
  as,
}) => {
  const page = await as('Priya Shah', plain)
  const addresses = ['/caseload', '/people/01890000-0000-7000-8000-00000000dead', '/no-such-page']
  for (const address of addresses) {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: /nothing here to show/ })).toHaveCount(1)
    await expect(page.getByRole('link', { name: 'Go to Today' })).toBeVisible()
    await expect(page).toHaveTitle('Nothing here · Common Thread')
  }
  await page.goto('/people')
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  await expect(page.getByText('nothing here to show')).toHaveCount(0)
})

test('nothing says that words are kept as they are typed', async ({ as }) => {
  const page = await as('Priya Shah', plain)
  await page.goto(`/people/${await dannysId()}/contacts/new`)
  // Looking by text passes over what is for those without script.
  expect(await page.content()).toContain('Nothing is kept until you send this.')
  await expect(page.getByText('Kept as you type')).toHaveCount(0)
})

test('an untouched contact form records nothing', async ({ as }) => {
  const page = await as('Priya Shah', plain)
  await page.goto(`/people/${await dannysId()}/contacts/new`)
  await page.getByRole('button', { name: 'Save contact' }).click()
  await expect(page.getByRole('link', { name: 'Select what happened' })).toBeVisible()
})
