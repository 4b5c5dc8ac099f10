import { readFileSync } from 'node:fs'
import { practicePassword } from '@/prisma/practice/load/credentials'
import { plantCanaries } from '@/tests/support/pages/canary'
import { ask, dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

// Last by its name, so that the other journeys have left in the log what they would leave.
test('the app’s own log names nobody, and holds no word, address or token', async ({ as }) => {
  const file = process.env.APP_LOG
  expect(file).toBeTruthy()
  const { person, locating } = await plantCanaries()
  const page = await as('Priya Shah')
  // What goes wrong must not be told with what was typed: too long, of the wrong shape, odd ids.
  const id = await dannysId()
  await page.request.post(`/people/${id}/contacts/new`, {
    headers: { origin: process.env.BASE_URL ?? '' },
    multipart: { words: `Vellichor ${'x'.repeat(20_000)}`, personId: id, unknown: '__proto__' },
  })
  await page.request.get(`/people/${id}/contacts/Vellichor`)
  const cookies = await page.context().cookies()
  const names = await ask<{ family: string }>(
    `select distinct family from person_name where length(family) > 5 order by 1 limit 200`,
  )
  const log = readFileSync(file ?? '', 'utf8')
  const forbidden = [
    ...person,
    ...locating,
    ...['Okafor', 'priya.shah@', practicePassword, 'Mornings are bad'],
    ...names.map(({ family }) => family),
    ...cookies.map(({ value }) => value).filter((value) => value.length > 20),
  ]
  expect(forbidden.filter((word) => log.includes(word))).toEqual([])
})
