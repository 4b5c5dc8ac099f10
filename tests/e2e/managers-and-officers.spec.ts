import { readFileSync } from 'node:fs'
import { ask, askOne, dannysId, rolesInForce } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

test('a manager finds who is waiting and gives them a practitioner', async ({ as }) => {
  const page = await as('Helen Price')
  await page.goto('/caseload')
  await page.getByRole('link', { name: /not allocated/ }).click()
  const row = page.getByRole('row').filter({ hasText: 'not allocated' }).first()
  const name = (await row.getByRole('rowheader').getByRole('link').textContent()) ?? ''
  const waiting = await page.getByRole('row').filter({ hasText: 'not allocated' }).count()
  await row.getByRole('link', { name: 'Choose a practitioner' }).click()
  await page.getByRole('button', { name: 'Allocate' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeVisible()
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Allocate' }).click()
  await expect(page).toHaveURL((url) => url.pathname === '/caseload')
  await page.goto('/caseload?show=unallocated')
  await expect(page.getByRole('row').filter({ hasText: 'not allocated' })).toHaveCount(waiting - 1)
  await expect(page.getByRole('rowheader').getByRole('link', { name, exact: true })).toHaveCount(0)
})

test('a caseload is sorted and filtered by a plain address, and keeps its place', async ({
  as,
}) => {
  const page = await as('Helen Price', { javaScriptEnabled: false })
  await page.goto('/caseload')
  await page.getByLabel('Sort').selectOption({ label: 'Name' })
  await page.getByRole('button', { name: /Show/ }).click()
  await expect(page).toHaveURL(/sort=name/)
  const names = await page.getByRole('rowheader').getByRole('link').allTextContents()
  expect(names.length).toBeGreaterThan(5)
  await expect(page.getByRole('columnheader', { name: /Person/ })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(page.getByText(/^1 to \d+ of \d+ people$/)).toBeVisible()
  await page.getByRole('columnheader').getByRole('link', { name: 'Next date' }).click()
  await expect(page).toHaveURL(/sort=next/)
  await page.getByRole('columnheader').getByRole('link', { name: 'Person' }).click()
  await expect(page).toHaveURL(/sort=name/)
  const next = page.getByRole('link', { name: 'Next people' })
  if ((await next.count()) > 0) {
    await next.first().click()
    await expect(page).toHaveURL(/after=/)
    const more = await page.getByRole('rowheader').getByRole('link').allTextContents()
    expect(more.filter((each) => names.includes(each)).length).toBeLessThan(more.length)
  }
})

test('an officer sees who opened what, and takes it away under a name', async ({ as }) => {
  const worker = await as('Priya Shah')
  await worker.goto(`/people/${await dannysId()}/warnings`)
  const officer = await askOne<{ name: string }>(
    `select u.name from ${rolesInForce} m join app_user u on u.id = m.user_id
     where m.role = 'officer' and m.agency_id = (select m2.agency_id from membership m2
       join app_user u2 on u2.id = m2.user_id where u2.name = 'Priya Shah') limit 1`,
  )
  const page = await as(officer.name)
  await page.goto('/log')
  await page.getByLabel('Our user').selectOption({ label: 'Priya Shah' })
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Priya Shah' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  await expect(page.getByText('Enter who it is for')).toBeVisible()
  const recipient = `The data protection officer, ${Date.now()}`
  await page.getByLabel('Who is it for?').fill(recipient)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  expect(text).toContain('Priya Shah')
  expect(text).not.toContain('Okafor')
  const kept = await ask(`select 1 from disclosure where recipient = $1`, [recipient])
  expect(kept.length).toBeGreaterThan(0)
})

test('opening a page about a person is logged once; a link to it is not', async ({ as }) => {
  // Somebody in whose name no other journey goes.
  const { name, user, person } = await askOne<Record<string, string>>(
    `select u.name, u.id as user, a.person_id as person from app_user u
     join ${rolesInForce} m on m.user_id = u.id and m.role = 'practitioner'
       and u.ended_at is null and m.ends_at is null
     join membership_team mt on mt.membership_id = m.id
     join person_access a on a.viewer = 't:' || mt.team_id and a.opens = 'shared' and not a.held
       and a.starts_at <= now() and a.ends_at is null
     join agency g on g.id = m.agency_id and g.name = 'Jobcentre Plus'
     where u.name <> 'Tom Reilly'
     order by u.name desc, a.person_id limit 1`,
  )
  const page = await as(name ?? '')
  const logged = async () =>
    Number(
      (
        await askOne<{ n: string }>('select count(*) as n from access_log where user_id = $1', [
          user,
        ])
      ).n,
    )
  for (const path of ['', '/timeline', '/needs', '/team', '/warnings', '/details', '/sharing']) {
    const before = await logged()
    const answer = await page.request.get(`/people/${person}${path}`)
    expect(answer.status(), path).toBe(200)
    expect((await logged()) - before, path || 'the overview').toBe(1)
  }
  for (const path of ['/', '/people']) {
    const before = await logged()
    expect((await page.request.get(path)).status(), path).toBe(200)
    expect((await logged()) - before, path).toBe(0)
  }
})
