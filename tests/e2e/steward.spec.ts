import type { Page } from '@playwright/test'
import { ask, rolesInForce } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { accessibilityFaults, overflow } from '@/tests/support/pages/look'

const steward = 'Jurgita Urbonienė'
type Planted = { id: string; a: string; b: string }

/**
 * Pairs of Probation's own at the head of its steward's queue, of people whom nothing sets apart.
 * Their numbers are ended, so that one person's word is enough. `skip`: each test has its own.
 */
async function plant(count: number, skip: number): Promise<Planted[]> {
  const records = await ask<{ id: string }>(
    `select r.id from record r join agency g on g.id = r.agency_id and g.name = 'Probation'
     where not exists (select 1 from limited_access x where x.person_id = r.person_id)
       and not exists (select 1 from protected_whereabouts x where x.person_id = r.person_id)
       and not exists (select 1 from protected_name x where x.person_id = r.person_id)
       and not exists (select 1 from harm_link x where x.person_id = r.person_id)
       and not exists (select 1 from conflict x where x.person_id = r.person_id)
       and not exists (select 1 from birth x where x.person_id = r.person_id and x.year > 2000)
       and not exists (select 1 from person_name n
         where n.person_id = r.person_id and n.family in ('Okafor', 'Vellichor', 'Achebe'))
     order by (select count(*) from record o where o.person_id = r.person_id), r.id desc
     offset $1 limit $2`,
    [skip, count * 2],
  )
  const planted: Planted[] = []
  for (let i = 0; i < count; i += 1) {
    const [a = '', b = ''] = records.slice(i * 2, i * 2 + 2).map(({ id }) => id)
    await ask(
      `update identifier set ended_on = '2020-01-01'
       where person_id in (select person_id from record where id in ($1, $2))`,
      [a, b],
    )
    const [pair] = await ask<{ id: string }>(
      `insert into link_candidate (id, record_a, record_b, for_role, bits, levels, why)
       values (gen_random_uuid(), least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid),
         'steward', $3, $4, 'why')
       on conflict (record_a, record_b) do update set bits = excluded.bits, decided_at = null,
         decision = null returning id`,
      [
        ...[a, b, 90 - skip - i],
        '[{"field":"family","bits":12,"words":"same rare surname"},' +
          '{"field":"birth","bits":4,"words":"day and month swapped"}]',
      ],
    )
    planted.push({ id: pair?.id ?? '', a, b })
  }
  return planted
}

const together = async ({ a, b }: Planted) => {
  const [row] = await ask<{ same: boolean }>(
    'select count(distinct person_id) = 1 as same from record where id in ($1, $2)',
    [a, b],
  )
  return row?.same
}

const at = (page: Page, { id }: Planted) =>
  expect(page).toHaveURL((url) => url.pathname === `/identity/${id}`)
const alive = (page: Page) => expect(page.getByText('Turn keys off')).toBeVisible()

test('the queue is worked by keyboard, and the last decision taken back', async ({ as }) => {
  const [one, two, three] = (await plant(3, 0)) as [Planted, Planted, Planted]
  const page = await as(steward)
  await page.goto(`/identity/${one.id}`)
  await alive(page)
  await expect(page.getByRole('cell', { name: 'Speaks for' })).toBeVisible()
  await page.keyboard.press('l')
  await at(page, two)
  await expect(page.getByRole('status')).toHaveText('You put off the last pair.')
  await page.keyboard.press('u')
  await at(page, one)
  await page.keyboard.press('n')
  await at(page, two)
  await expect(page.getByRole('status')).toContainText('not the same person. It is remembered')
  await page.keyboard.press('s')
  await at(page, three)
  await expect(page.getByRole('status')).toContainText('They are linked')
  expect(await together(two)).toBe(true)
  await page.keyboard.press('u')
  await at(page, two)
  expect(await together(two)).toBe(false)
  await page.keyboard.press('j')
  await at(page, three)
  await page.keyboard.press('k')
  await at(page, two)

  // What was said to be two people is not asked again, also when the job has looked anew.
  await ask(
    `insert into record_key select id, '!match' from record where id in ($1, $2)
     on conflict do nothing`,
    [one.a, one.b],
  )
  await expect
    .poll(
      async () =>
        (
          await ask(`select 1 from record_key where key = '!match' and record_id in ($1, $2)`, [
            one.a,
            one.b,
          ])
        ).length,
      { timeout: 60_000 },
    )
    .toBe(0)
  await page.goto('/identity')
  await expect(page.locator(`main a[href="/identity/${two.id}"]`)).toBeVisible()
  await expect(page.locator(`main a[href="/identity/${one.id}"]`)).toHaveCount(0)
})

test('letters belong to a field that has the focus, and the keys can be turned off', async ({
  as,
}) => {
  const [pair] = (await plant(1, 6)) as [Planted]
  const page = await as(steward)
  await page.goto(`/identity/${pair.id}`)
  await alive(page)
  const why = page.getByLabel('Why (you may leave this out)')
  await why.focus()
  await page.keyboard.type('snljku')
  await expect(why).toHaveValue('snljku')
  await page.getByRole('button', { name: 'Turn keys off' }).click()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('s')
  await expect(page.getByText('Turn keys on')).toBeVisible()
  expect(await together(pair)).toBe(false)
  await page.reload()
  await page.getByRole('button', { name: 'Turn keys on' }).click()
  await alive(page)
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflow(page), `${width} wide`).toBe(0)
    expect(await accessibilityFaults(page), `${width} wide`).toEqual([])
  }
})

test('without script the answers are plain buttons', async ({ as }) => {
  const [pair] = (await plant(1, 8)) as [Planted]
  const page = await as(steward, { javaScriptEnabled: false })
  await page.goto(`/identity/${pair.id}`)
  await expect(page.getByText('Turn keys off')).toHaveCount(0)
  await page.getByRole('button', { name: 'Not the same person' }).click()
  await expect(page.getByRole('status')).toContainText('It is remembered')
  await page.getByRole('button', { name: 'Take it back' }).click()
  await at(page, pair)
})

test('a wrong link is undone: the steward has counts, the officer who saw what', async ({ as }) => {
  const [pair] = (await plant(1, 10)) as [Planted]
  const page = await as(steward)
  await page.goto(`/identity/${pair.id}`)
  await page.getByRole('button', { name: 'The same person', exact: true }).click()
  await expect(page.getByRole('status')).toContainText('They are linked')
  await ask(
    `insert into access_log (id, person_id, user_id, membership_id, agency_id, session_id, page,
       ground, row_hash)
     select gen_random_uuid(), r.person_id, m.user_id, m.id, m.agency_id, m.id, 'overview',
       'involvement', '\\x00' from record r join ${rolesInForce} m on m.agency_id = r.agency_id
       and m.role = 'practitioner' where r.id = $1 limit 1`,
    [pair.a],
  )
  const [link] = await ask<{ id: string }>(
    `select id from link_event where evidence ->> 'pair' = $1 order by id desc limit 1`,
    [pair.id],
  )
  await page.goto('/identity?list=standing')
  await page.locator(`main a[href="/identity/links/${link?.id ?? ''}"]`).click()
  await page.getByRole('button', { name: 'Wrong: undo the link' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Say why')
  await page.getByLabel('Why').fill('Two cousins of one name')
  await page.getByRole('button', { name: 'Wrong: undo the link' }).click()
  await expect(page.getByRole('heading', { name: 'A wrong link' })).toBeVisible()
  await expect(page.getByText('once, by 1 user')).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
  expect(await together(pair)).toBe(false)
  const [officer] = await ask<{ name: string }>(
    `select u.name from app_user u join ${rolesInForce} m on m.user_id = u.id and m.role = 'officer'
     join agency g on g.id = m.agency_id and g.name = 'Probation' where m.ends_at is null limit 1`,
  )
  const theirs = await as(officer?.name ?? '')
  await theirs.goto(new URL(page.url()).pathname)
  await expect(theirs.getByRole('table')).toContainText('Overview')
  expect(await accessibilityFaults(theirs)).toEqual([])
})
