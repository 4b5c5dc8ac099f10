import { practicePassword } from '@/prisma/practice/load/credentials'
import { expect, test } from '@/tests/support/pages/journey'
import { signIn, signOut } from '@/tests/support/pages/sign-in'

test('Priya signs in with her password, and out again', async ({ nobody }) => {
  const page = await nobody()
  await page.goto('/people')
  await expect(page).toHaveURL(/\/sign-in\?back=/)
  await page.getByLabel('Email address').fill('priya.shah@probation.example')
  await page.getByLabel('Password').fill(practicePassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  await signOut(page, 'Priya Shah')
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('Your people')).toHaveCount(0)
})

test('a wrong password and an unknown address are answered in the same words', async ({
  nobody,
}) => {
  const page = await nobody()
  const tries = [
    { email: 'priya.shah@probation.example', password: 'not her password' },
    { email: 'nobody.at.all@probation.example', password: 'not a password' },
  ]
  for (const { email, password } of tries) {
    await page.goto('/sign-in')
    await page.getByLabel('Email address').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
    const alert = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await expect(alert).toContainText('do not match anybody here')
    await expect(page.getByLabel('Email address')).toHaveValue(email)
  }
})

test('many wrong tries from one place have to wait; nobody is locked out elsewhere', async ({
  nobody,
}) => {
  const page = await nobody({ javaScriptEnabled: false })
  await page.goto('/sign-in')
  const alert = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  for (let tries = 0; tries < 12; tries += 1) {
    await page.getByLabel('Email address').fill('somebody.made.up@probation.example')
    await page.getByLabel('Password').fill(`guess number ${tries}`)
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
    await expect(alert).toBeVisible()
    await expect(page.getByLabel('Password')).toHaveValue('')
    if ((await alert.innerText()).includes('Too many tries')) return
  }
  await expect(alert).toContainText('Too many tries')
})

test('signing out everywhere ends the session in the other browser too', async ({ nobody }) => {
  const [desk, phone] = [await nobody(), await nobody()]
  await signIn(desk, 'Tom Reilly')
  await signIn(phone, 'Tom Reilly')
  await phone.goto('/roles')
  await phone.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(phone.getByText('You are signed out.')).toBeVisible()
  await desk.goto('/roles')
  await expect(desk).toHaveURL(/\/sign-in/)
})

test('Amina acts in one role at a time, and the bar says which', async ({ nobody }) => {
  const page = await nobody()
  await signIn(page, 'Amina Yusuf')
  await page.goto('/roles')
  await expect(page.getByRole('banner')).not.toContainText('Lantern')
  await page.getByRole('radio', { name: /Lantern/ }).check()
  await page.getByRole('main').getByRole('button').first().click()
  await expect(
    page
      .getByRole('banner')
      .getByText(/Lantern/)
      .first(),
  ).toBeVisible()
})

test('a made-up way back never leads away from here', async ({ nobody }) => {
  const page = await nobody()
  await page.goto('/sign-in?back=//elsewhere.example/people')
  await page.getByLabel('Email address').fill('priya.shah@probation.example')
  await page.getByLabel('Password').fill(practicePassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  expect(new URL(page.url()).host).toBe(new URL(process.env.BASE_URL ?? '').host)
})
