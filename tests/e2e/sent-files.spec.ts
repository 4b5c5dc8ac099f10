import type { Page } from '@playwright/test'
import { existsSync, readdirSync } from 'node:fs'
import { ask, askOne } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

/**
 * Files as agencies really send them, after faults that people reported, with the right result of
 * each: sent on the screen, looked at before they go in, let in, and looked at after. In the folder
 * FILES_DIR; skipped where there is none.
 */
const folder = process.env.FILES_DIR ?? ''
const shots = process.env.SHOTS_DIR ?? ''

test.describe.configure({ mode: 'serial' })

const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

async function send(page: Page, path: string | { name: string; text: string }, feed = false) {
  await page.goto('/transfer')
  const file =
    typeof path === 'string'
      ? `${folder}/${path}`
      : { name: path.name, mimeType: 'text/csv', buffer: Buffer.from(path.text) }
  await page.getByLabel('The file').setInputFiles(file)
  await page.getByRole('radio', { name: feed ? /^Headline feed/ : /^People/ }).check()
  await page.getByRole('button', { name: 'Send the file' }).click()
  await expect(page.getByRole('heading', { name: 'How this file is read' })).toBeVisible()
}

async function check(page: Page, name = '') {
  if (name) await shoot(page, `${name}-1-columns`)
  const current = page.getByRole('radio', { name: /People we work with now/ })
  if ((await current.count()) > 0) await current.check()
  await page.getByLabel('Whose work it is').selectOption({ label: 'Assessment' })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('heading', { name: 'What will become of each row' })).toBeVisible({
    timeout: 60_000,
  })
  if (name) await shoot(page, `${name}-2-checked`)
}

async function letIn(page: Page, name = '') {
  await page.getByRole('button', { name: 'Let these rows in' }).click()
  await expect(page.getByRole('heading', { name: 'What became of it' })).toBeVisible({
    timeout: 60_000,
  })
  if (name) await shoot(page, `${name}-3-gone-in`)
}

/** Sends a file of people or a feed, looks, and lets it in. */
async function through(page: Page, path: string, feed = false) {
  await send(page, path, feed)
  await check(page, path.replace('.csv', ''))
  await letIn(page, path.replace('.csv', ''))
}

/** How many people these own numbers are, once the matching has come to all of them. */
async function peopleOf(like: string): Promise<{ people: number; records: number }> {
  await expect
    .poll(
      () =>
        ask(
          `select 1 from record_key k join record r on r.id = k.record_id
          where k.key = '!match' and r.local_ref ~ $1`,
          [like],
        ),
      { timeout: 60_000 },
    )
    .toEqual([])
  return askOne(
    `select count(distinct person_id)::int as people, count(*)::int as records from record
     where local_ref ~ $1`,
    [like],
  )
}

const facts = async (like: string, sql: string) =>
  (
    await ask<{ it: string }>(
      `select concat_ws(' ', r.local_ref, ${sql}) as it from record r where r.local_ref ~ $1
       order by r.local_ref`,
      [like],
    )
  )
    .map(({ it }) => it)
    .sort()
const born = `(select to_char(make_date(b.year, b.month, b.day), 'YYYY-MM-DD') from birth b
  where b.record_id = r.id and b.ended_on is null)`
const phone = `(select string_agg(x.value, ',') from reach x where x.record_id = r.id)`

let page: Page
test.beforeEach(async ({ as }, info) => {
  info.skip(!existsSync(`${folder}/README.md`), 'no folder of files (FILES_DIR)')
  const { name } = await askOne<{ name: string }>(
    `select name from app_user where email = 'jahanara.sarker@housing.example'`,
  )
  page = await as(name, { viewport: { width: 1440, height: 900 } })
})

test('f01, f02: what stands in for a number joins nobody', async () => {
  for (const name of ['f01-nhs-scientific', 'f01-placeholders', 'f02-temporary-nino']) {
    for (const half of ['a', 'b']) await through(page, `${name}-${half}.csv`)
  }
  expect(await peopleOf('^(AA|BB)01')).toEqual({ people: 4, records: 4 })
  expect(await peopleOf('^(AA|BB)02')).toEqual({ people: 4, records: 4 })
  expect(await peopleOf('^(AA|BB)03')).toEqual({ people: 20, records: 20 })
})

test('f03: one number on two people is said on each row, and links nobody', async () => {
  await send(page, 'f03-nhs-number-twice.csv')
  await check(page, 'f03')
  const kind = page.getByRole('listitem').filter({ hasText: 'has the same NHS number' })
  await kind.getByRole('link', { name: /4 rows/ }).click()
  await expect(page.getByRole('row').filter({ hasText: /Line \d has the same/ })).toHaveCount(4)
  await letIn(page, 'f03')
  expect(await peopleOf('^EE01')).toEqual({ people: 4, records: 4 })
})

test('f04: a stray quotation mark swallows nobody', async () => {
  await through(page, 'f04-stray-quote.csv')
  const { people } = await peopleOf('^CC09')
  expect([2, 6]).toContain(people)
  if (people === 2) {
    await page.getByRole('link', { name: /^Refused: 4 rows/ }).click()
    await expect(
      page.getByText(/quotation mark opens here and runs over 4 lines/).first(),
    ).toBeVisible()
  }
})

test('f05: a number a spreadsheet has rounded is nobody’s', async () => {
  for (const half of [1, 2]) {
    await send(page, `f05-own-number-scientific-${half}.csv`)
    await check(page)
    await expect(page.getByText(/1\.23457E\+11/).first()).toBeVisible()
    await expect(page.getByRole('link', { name: /^Refused: 1 row/ })).toBeVisible()
    await page.getByLabel('I want to drop this file').check()
    await page.getByRole('button', { name: 'Drop this file' }).click()
  }
  expect(await peopleOf('^1[.]2')).toEqual({ people: 0, records: 0 })
})

test('f06, f07: a feed ends work, begins it again, and says when it began', async () => {
  await through(page, 'f06-1-people.csv')
  await through(page, 'f06-2-feed-ended.csv', true)
  await through(page, 'f06-3-feed-returned.csv', true)
  await through(page, 'f07-1-people.csv')
  await through(page, 'f07-2-feed-start-date.csv', true)
  const spells = await ask<{ it: string }>(
    `select concat_ws(' ', r.local_ref, v.starts_on, coalesce(v.ends_on::text, 'open'), (select
       string_agg(w.worker_name, ',') from involvement_worker w where w.involvement_id = v.id)) as it
     from involvement v join record r on r.id = v.record_id where r.local_ref ~ '^DD0'
     order by r.local_ref, v.starts_on`,
  )
  expect(spells.map(({ it }) => it)).toEqual([
    'DD0101 2026-02-01 2026-06-01 Farah Iqbal',
    'DD0101 2026-10-01 open Colm Byrne',
    'DD0201 2026-02-01 open Farah Iqbal',
  ])
})

test('f08, f09: dates are the day meant, and another order is asked about', async () => {
  await through(page, 'f08-births-in-utc.csv')
  expect(await facts('^CC01', born)).toEqual([
    ...['CC0101 1985-06-14', 'CC0102 1990-12-14', 'CC0103 1971-02-15', 'CC0104 2002-05-17'],
    ...['CC0105 2002-05-17', 'CC0106 1968-12-01'],
  ])
  await through(page, 'f09-1-day-first.csv')
  await send(page, 'f09-2-month-first.csv')
  await expect(page.getByText(/writes month first, other than last time/).first()).toBeVisible()
  await check(page, 'f09-2')
  await expect(page.getByText('Born:').locator('..').first()).toContainText('18 May 1977')
  await letIn(page, 'f09-2')
  expect(await facts('^FF010[3-7]', born)).toEqual([
    ...['FF0103 1977-05-18', 'FF0104 1982-11-27', 'FF0105 1990-03-04', 'FF0106 1969-12-25'],
    'FF0107 1985-01-02',
  ])
})

test('f10, f12: text is cut between letters, and totals are no people', async () => {
  await through(page, 'f10-emoji-at-120.csv')
  expect(await peopleOf('^CC10')).toEqual({ people: 2, records: 2 })
  const [first] = await ask<{ lines: string }>(
    `select a.lines from address a join record r on r.id = a.record_id where r.local_ref = 'CC1001'`,
  )
  expect(first?.lines).toMatch(/^x+$/)
  await send(page, 'f12-total-rows.csv')
  await check(page, 'f12')
  await page.getByRole('link', { name: /^Refused: 2 rows/ }).click()
  for (const line of ['4', '5']) {
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: line }) })
    await expect(row).toContainText(/looks like a total/)
  }
  await letIn(page)
  expect(await peopleOf('^CC03')).toEqual({ people: 2, records: 2 })
})

test('f17, f18: ends of rows mean nothing, and the heading is found, said and changed', async () => {
  await through(page, 'f17-trailing-separator.csv')
  await through(page, 'f17-short-rows.csv')
  await send(page, 'f18-sep-line.csv')
  await expect(page.getByText(/headings were found on line 2/)).toBeVisible()
  await check(page)
  await letIn(page)
  await send(page, 'f18-title-lines.csv')
  await expect(page.getByText(/headings were found on line 3/)).toBeVisible()
  await page.getByText('They are on another line').click()
  await page.getByLabel('The line that names the columns').selectOption({ index: 2 })
  await page.getByRole('button', { name: 'Read the file again' }).click()
  await expect(page.getByText(/headings were found on line 2/)).toBeVisible({ timeout: 60_000 })
  await page.getByText('They are on another line').click()
  await page.getByLabel('The line that names the columns').selectOption({ index: 3 })
  await page.getByRole('button', { name: 'Read the file again' }).click()
  await expect(page.getByText(/headings were found on line 3/)).toBeVisible({ timeout: 60_000 })
  await check(page, 'f18')
  await letIn(page)
  for (const like of ['^CC05', '^CC06', '^CC07', '^CC08'])
    expect(await peopleOf(like)).toEqual({ people: 2, records: 2 })
})

/** The report of refused rows of the file on the page. */
const report = async () => {
  const path = await page.getByRole('link', { name: 'Refused rows as a CSV' }).getAttribute('href')
  return (await page.request.get(path ?? '')).text()
}

test('f19: the report holds every cell, and comes back mended as it was', async () => {
  await send(page, 'f19-comma-in-address.csv')
  await check(page, 'f19')
  const whole = await report()
  expect(whole).toContain('4 Elm Row, Flat 2,07700900559'.split(',')[0])
  expect(whole).toContain('07700900559')
  await page.getByLabel('I want to drop this file').check()
  await page.getByRole('button', { name: 'Drop this file' }).click()

  await send(page, 'f19-round-trip.csv')
  await check(page)
  const sent = await report()
  await letIn(page)
  const mended = sent
    .split('\r\n')
    .map((line) => line.replace(/,,Jessop/, ',GG0103,Jessop').replace(/,extra$/, ','))
    .join('\r\n')
  await send(page, { name: 'refused-rows.csv', text: mended })
  await check(page, 'f19-mended')
  await letIn(page)
  const of = `(select n.family from person_name n where n.record_id = r.id), ${phone}`
  expect(await facts('GG010', of)).toEqual(
    [
      'GG0102 Ironmonger +44 7700 900556',
      'GG0103 Jessop +44 7700 900557',
      'GG0104 @Kellaway +44 7700 900558',
      '-GG0101 Hawthornden +44 7700 900555',
    ].sort(),
  )
})

test('f20, f23: marks inside a number, and postcodes that are none', async () => {
  await through(page, 'f20-nhs-marks.csv')
  const nhs = `(select i.value from identifier i where i.record_id = r.id and i.type = 'nhs')`
  expect(await facts('^LL01', nhs)).toEqual([1, 2, 3, 4].map((n) => `LL010${n} 999 104 7298`))
  await through(page, 'f23-pseudo-postcodes.csv')
  expect(await peopleOf('^MM01')).toEqual({ people: 4, records: 4 })
})

test('every file in the folder is sent by one of these', () => {
  const known = /^f(01|02|03|04|05|06|07|08|09|10|12|17|18|19|20|23)-/
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  expect(files.filter((name) => !known.test(name))).toEqual([])
})
