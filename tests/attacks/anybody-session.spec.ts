import { ask } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { signIn, signOut } from '@/tests/support/pages/sign-in'

// What somebody tries with a session: to read it, to make it last, to leave it behind.
const openSessions = async () =>
  (
    await ask<{ id: string }>(
      `select s.id from session s join app_user u on u.id = s.user_id
       where u.name = 'Tom Reilly' and s.ended_at is null order by s.id`,
    )
  ).map(({ id }) => id)

test('no route hands the session to a script, or ends half of it', async ({ nobody }) => {
  const page = await nobody()
  await signIn(page, 'Tom Reilly')
  for (const name of ['session', 'csrf', 'providers', 'signout', 'signin', 'callback/credentials'])
    for (const method of ['GET', 'POST']) {
      const answer = await page.request.fetch(`/api/auth/${name}`, { method, maxRedirects: 0 })
      expect([403, 404], `${method} ${name}`).toContain(answer.status())
      expect(answer.headers()['set-cookie'], `${method} ${name}`).toBeUndefined()
    }
  const [cookie] = await page.context().cookies()
  for (const path of ['/', '/people', '/roles', '/my-log']) {
    const drawn = await (await page.request.get(path)).text()
    const asData = await (await page.request.get(path, { headers: { rsc: '1' } })).text()
    expect(drawn + asData).not.toContain(cookie?.value)
  }
  await page.goto('/roles')
  await expect(page.getByRole('heading', { level: 1, name: 'Your roles' })).toBeVisible()
})

test('signing in where somebody is signed in leaves no session behind', async ({ nobody }) => {
  const before = await openSessions()
  const page = await nobody()
  await signIn(page, 'Tom Reilly')
  const [his] = (await openSessions()).filter((id) => !before.includes(id))
  const left = await page.context().cookies()
  await signIn(page, 'Priya Shah')
  expect(await openSessions()).not.toContain(his)
  const now = await page.context().cookies()
  await page.context().addCookies(left)
  await page.goto('/roles')
  await expect(page).toHaveURL(/sign-in/)
  await page.context().addCookies(now)
  await page.goto('/roles')
  await signOut(page, 'Priya Shah')
})

test('an old tab that signs out ends its session, timed out or not', async ({ nobody }) => {
  const before = await openSessions()
  const page = await nobody()
  await signIn(page, 'Tom Reilly')
  const [his] = (await openSessions()).filter((id) => !before.includes(id))
  await ask(`update session set idle_until = now() - interval '1 minute' where id = $1`, [his])
  await signOut(page, 'Tom Reilly')
  expect(await openSessions()).not.toContain(his)
})
