import type { Page } from '@playwright/test'
import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { signIn, signOut } from '@/tests/support/pages/sign-in'

const kept = (page: Page) => page.getByText(/Kept as you type, /)

test('words typed before signing out are back afterwards, for their typist alone', async ({
  nobody,
}) => {
  test.slow()
  const path = `/people/${await dannysId()}/contacts/new`
  const words = `Half a sentence about ${Date.now()}`
  const page = await nobody()
  await signIn(page, 'Joy Mensah')
  await page.goto(path)
  await page.getByLabel('In a line or two').fill(words)
  await expect(kept(page)).toBeVisible()
  await signOut(page, 'Joy Mensah')

  const other = await nobody()
  await signIn(other, 'Tom Reilly')
  await other.goto(path)
  await expect(other.getByLabel('In a line or two')).not.toHaveValue(words)

  await signIn(page, 'Joy Mensah')
  await page.goto('/')
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /contact/i })
      .first(),
  ).toBeVisible()
  await page.goto(path)
  await expect(page.getByText(/was kept and is back below/)).toBeVisible()
  await expect(page.getByLabel('In a line or two')).toHaveValue(words)
  await page.getByRole('button', { name: 'Throw it away and start again' }).click()
  await expect(page.getByLabel('In a line or two')).toHaveValue('')
})

test('the session’s end is said before it comes, and what was typed is not lost', async ({
  nobody,
}) => {
  const page = await nobody()
  await signIn(page, 'Joy Mensah')
  await page.clock.install()
  await page.goto(`/people/${await dannysId()}/contacts/new`)
  await page.getByLabel('In a line or two').fill('Still being written')
  await page.clock.runFor(3_000)
  await expect(kept(page)).toBeVisible()
  await page.clock.fastForward('27:30')
  await expect(page.getByText(/You will be signed out/)).toBeVisible()
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(page.getByText(/You will be signed out/)).toHaveCount(0)
  await page.clock.fastForward('30:30')
  await expect(page.getByRole('heading', { name: 'You have been signed out' })).toBeVisible()
  await page.getByRole('button', { name: /carry on/ }).click()
  await expect(page.getByLabel('In a line or two')).toHaveValue('Still being written')
})

test('what is typed before the page comes alive stays, and is kept', async ({ as }) => {
  const page = await as('Joy Mensah')
  await page.goto(`/people/${await dannysId()}/contacts/new`)
  await page.getByRole('radio', { name: 'Seen', exact: true }).check()
  await page.getByLabel('In a line or two').fill(`Seen at noon ${Date.now()}`)
  await page.getByRole('button', { name: 'Save contact' }).click()
  await page.getByRole('link', { name: 'Correct it' }).click()
  await page.getByRole('link', { name: 'Correct the words' }).click()
  await expect(page.getByLabel('What happened')).toHaveValue(/Seen at noon/)

  let comesAlive = () => {}
  const slow = new Promise<void>((resolve) => (comesAlive = resolve))
  await page.route('**/_next/static/**', async (route) => {
    await slow
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  const words = `Typed on a slow phone ${Date.now()}`
  await page.getByLabel('What happened').fill(words)
  comesAlive()
  await expect(kept(page)).toBeVisible()
  await expect(page.getByLabel('What happened')).toHaveValue(words)
})

test('two people correcting the same words are told of each other', async ({ as, nobody }) => {
  test.slow()
  const id = await dannysId()
  const desk = await as('Priya Shah')
  await desk.goto(`/people/${id}/contacts/new`)
  await desk.getByRole('radio', { name: 'Seen', exact: true }).check()
  await desk.getByLabel('In a line or two').fill(`First words ${Date.now()}`)
  await desk.getByRole('button', { name: 'Save contact' }).click()
  await desk.getByRole('link', { name: 'Correct it' }).click()
  await desk.getByRole('link', { name: 'Correct the words' }).click()
  const colleague = await nobody()
  await signIn(colleague, 'Priya Shah')
  await colleague.goto(desk.url())

  const correct = async (page: Page, words: string) => {
    await page.getByLabel('What happened').fill(words)
    await page.getByLabel('Why are you correcting it?').fill('It was wrong')
    await page.getByRole('button', { name: 'Save correction' }).click()
  }
  await correct(desk, 'What the desk says')
  await expect(desk.getByText('Correction saved.', { exact: false })).toBeVisible()
  await correct(colleague, 'What the colleague says')
  await expect(colleague.getByText(/has changed this while you were writing/)).toBeVisible()
  await expect(colleague.getByLabel('What happened')).toHaveValue('What the colleague says')
  await expect(colleague.getByText('What the desk says').first()).toBeVisible()
  await colleague.getByRole('button', { name: 'Save correction' }).click()
  await expect(colleague.getByText('Correction saved.', { exact: false })).toBeVisible()
})

test('without JavaScript a contact is refused with its words kept, then saved', async ({ as }) => {
  const page = await as('Priya Shah', { javaScriptEnabled: false })
  await page.goto(`/people/${await dannysId()}/contacts/new`)
  const words = `No script here. ${Date.now()}`
  await page.getByRole('radio', { name: 'Something else' }).check()
  await page.getByLabel('In a line or two').fill(words)
  await page.getByRole('button', { name: 'Save contact' }).click()
  await expect(page.getByRole('alert')).toContainText('There is a problem')
  await expect(page.getByLabel('In a line or two')).toHaveValue(words)
  await expect(page.getByRole('radio', { name: 'Something else' })).toBeChecked()
  await page.getByRole('radio', { name: 'Seen', exact: true }).check()
  await page.getByRole('button', { name: 'Save contact' }).click()
  await expect(page.getByText('Contact saved.')).toBeVisible()
})
