import type { Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { askOne, rolesInForce } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

const agency = 'Housing Options'
const file = (name: string) =>
  fileURLToPath(new URL(`../fixtures/extracts/${name}.csv`, import.meta.url))

/** Somebody of this role in the agency whose file it is. */
const someone = async (role: string) =>
  (
    await askOne<{ name: string }>(
      `select u.name from ${rolesInForce} m join app_user u on u.id = m.user_id
       join agency a on a.id = m.agency_id
       left join membership_team mt on mt.membership_id = m.id
       left join team t on t.id = mt.team_id
       where u.ended_at is null and m.ends_at is null and m.role = $1 and a.name = $2
         and ($1 <> 'practitioner' or t.name = 'Assessment')
       order by u.name limit 1`,
      [role, agency],
    )
  ).name

async function send(page: Page, name: string, shape: RegExp) {
  await page.goto('/transfer')
  await page.getByLabel('The file').setInputFiles(file(name))
  await page.getByRole('radio', { name: shape }).check()
  await page.getByRole('button', { name: 'Send the file' }).click()
  await expect(page.getByRole('heading', { name: 'How this file is read' })).toBeVisible()
}

async function check(page: Page) {
  const kind = page.getByRole('radio', { name: /People we work with now/ })
  // A feed does not ask.
  if ((await kind.count()) > 0) await kind.check()
  await page.getByLabel('Whose work it is').selectOption({ label: 'Assessment' })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('heading', { name: /of each row$/ })).toBeVisible({
    timeout: 60_000,
  })
}

async function drop(page: Page) {
  await page.getByLabel('I want to drop this file').check()
  await page.getByRole('button', { name: 'Drop this file' }).click()
  await expect(page.getByRole('heading', { name: 'Files sent' })).toBeVisible()
}

async function find(page: Page, name: string) {
  await page.goto('/people')
  const box = page.getByRole('main').getByRole('searchbox')
  await box.fill(name)
  await box.press('Enter')
  return page.getByRole('main').getByRole('link', { name })
}

test('a file is looked at, let in, found, sent again, and undone', async ({ as }) => {
  const name = 'Khaled Saleh'
  const worker = await as(await someone('practitioner'))
  await expect(await find(worker, name)).toHaveCount(0)

  const page = await as(await someone('steward'))
  await send(page, 'housing_applications', /^People/)
  await expect(page.getByLabel('ni_number')).toHaveValue(/nino/i)
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1) // of names alone
  await check(page)
  const here = page.url()
  await expect(page.getByRole('heading', { name: 'Nothing has gone in yet' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^New: \d+ rows/ })).toBeVisible()
  await page.getByRole('button', { name: 'Let these rows in' }).click()
  const undo = page.getByRole('button', { name: 'Undo this file' })
  await expect(undo).toBeVisible({ timeout: 60_000 })
  await expect(await find(worker, name)).not.toHaveCount(0)

  await send(page, 'housing_applications', /^People/)
  await check(page)
  await expect(page.getByRole('link', { name: /^Unchanged: \d+ rows/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /^New/ })).toHaveCount(0)
  await drop(page)

  await send(page, 'housing_headline_feed', /^Headline feed/)
  await check(page)
  await drop(page)

  await page.goto(here)
  await undo.click()
  await expect(page.getByText('Tick to say that you want to undo this file').first()).toBeVisible()
  await page.getByLabel('I want to undo this file').check()
  await undo.click()
  await expect(page.getByText(/Undone/).first()).toBeVisible({ timeout: 60_000 })
  await expect(await find(worker, name)).toHaveCount(0)
})

test('what is not a list of people is refused with the reason beside the file', async ({ as }) => {
  const page = await as(await someone('steward'))
  await page.goto('/transfer')
  await page.getByRole('button', { name: 'Send the file' }).click()
  await expect(page.getByText('Choose a file first.').first()).toBeVisible()
  const only = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('Name\n') }
  await page.getByLabel('The file').setInputFiles(only)
  await page.getByRole('button', { name: 'Send the file' }).click()
  await expect(page.getByText(/headings and no rows/).first()).toBeVisible()
})
