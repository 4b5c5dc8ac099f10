import type { Page } from '@playwright/test'
import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

const phone = { viewport: { width: 390, height: 800 } }
const words = `Met outside the library. Form signed, copy given. ${Date.now()}`

/** Finds Danny by the name he goes by, as one would on the day. */
async function findDanny(page: Page): Promise<void> {
  await page.goto('/people')
  await page.getByRole('main').getByRole('searchbox').fill('danny okafor')
  await page.getByRole('main').getByRole('button', { name: 'Find' }).click()
  await page
    .getByRole('link', { name: /Okafor/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Okafor')
}

test('Priya has eleven minutes: she reads, meets him, and writes it down on a phone', async ({
  as,
}) => {
  test.slow()
  const page = await as('Priya Shah', phone)
  await findDanny(page)
  await expect(page.getByText('Mornings are bad.', { exact: false })).toBeVisible()
  // Two dates close together in two places are said to be so, from what she can see.
  await expect(page.getByRole('region', { name: 'Next dates' })).toBeVisible()

  await page.getByRole('link', { name: 'Record a contact' }).first().click()
  await page.getByRole('radio', { name: 'Seen', exact: true }).check()
  await page.getByLabel('In a line or two').fill(words)
  await expect(page.getByText(/Who will (see|read) this/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Save contact' }).click()
  await expect(page.getByText('Contact saved.')).toBeVisible()

  await page.goto(`/people/${await dannysId()}/timeline`)
  await expect(page.getByText(words)).toBeVisible()
})

test('Amina, of another agency, reads of it what the agreement lets through', async ({ as }) => {
  const id = await dannysId()
  const written = `Seen at the office, all well. ${Date.now()}`
  const priya = await as('Priya Shah')
  await record(priya, id, written)
  // That it happened reaches Housing First; a note of justice does not reach the work coach.
  const amina = await as('Amina Yusuf')
  await amina.goto(`/people/${id}/timeline`)
  const entries = amina.getByRole('main').getByRole('listitem')
  await expect(entries.filter({ hasText: 'Probation' }).first()).toBeVisible()
  const tom = await as('Tom Reilly')
  for (const path of ['', '/timeline', '/history', '/together'])
    expect(await (await tom.request.get(`/people/${id}${path}`)).text()).not.toContain(written)
})

test('she corrects her words and takes the contact back; both stay readable', async ({ as }) => {
  test.slow()
  const id = await dannysId()
  const first = `Wrong street name. ${Date.now()}`
  const page = await as('Priya Shah')
  await record(page, id, first)
  await page.getByRole('link', { name: 'Correct it' }).click()
  await page.getByRole('link', { name: 'Correct the words' }).click()
  const better = `Right street name. ${Date.now()}`
  await page.getByLabel('What happened').fill(better)
  await page.getByLabel('Why are you correcting it?').fill('I mistyped the street')
  await page.getByRole('button', { name: 'Save correction' }).click()
  await expect(page.getByText('Correction saved.', { exact: false })).toBeVisible()
  const row = page.getByRole('main')
  const earlier = row.getByRole('heading', { name: 'Earlier words' })
  if (!(await earlier.isVisible())) {
    await page.goto(`/people/${id}/timeline`)
    await page.getByRole('listitem').filter({ hasText: better }).getByRole('link').first().click()
  }
  await expect(page.getByText(better)).toBeVisible()
  await expect(page.getByText(first)).toBeVisible()

  await page.getByRole('link', { name: 'Withdraw it' }).click()
  await page.getByLabel('Why are you withdrawing it?').fill('Written on the wrong day')
  await page.getByRole('button', { name: 'Withdraw it' }).click()
  await expect(page.getByText('Contact withdrawn.', { exact: false })).toBeVisible()
})

async function record(page: Page, id: string, text: string): Promise<void> {
  await page.goto(`/people/${id}/contacts/new`)
  await page.getByRole('radio', { name: 'Seen', exact: true }).check()
  await page.getByLabel('In a line or two').fill(text)
  await page.getByRole('button', { name: 'Save contact' }).click()
  await expect(page.getByText('Contact saved.')).toBeVisible()
}

test('a button pressed twice saves one contact', async ({ as }) => {
  const id = await dannysId()
  const text = `Pressed twice. ${Date.now()}`
  const page = await as('Priya Shah', { javaScriptEnabled: false })
  await page.goto(`/people/${id}/contacts/new`)
  await page.getByRole('radio', { name: 'Seen', exact: true }).check()
  await page.getByLabel('In a line or two').fill(text)
  const form = page.locator('form').filter({ has: page.getByLabel('In a line or two') })
  const fields = await form.evaluate((element) =>
    [...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
  )
  const body = new URLSearchParams(fields).toString()
  const multipart = Object.fromEntries(new URLSearchParams(body))
  const headers = { origin: new URL(page.url()).origin }
  const post = () => page.request.post(page.url(), { multipart, headers, maxRedirects: 0 })
  const answers = await Promise.all([post(), post()])
  for (const answer of answers) expect(answer.status()).toBeLessThan(400)
  await page.goto(`/people/${id}/timeline`)
  await expect(page.getByText(text)).toHaveCount(1)
})
