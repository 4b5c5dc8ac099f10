import type { Page } from '@playwright/test'
import { askOne } from '@/tests/support/pages/database'
import { personOf } from '@/tests/support/pages/forms/arrange'
import { expect, test } from '@/tests/support/pages/journey'
import { accessibilityFaults, frameFaults, overflow } from '@/tests/support/pages/look'

// Asked, declined with a reason, asked again elsewhere and started: the sender learns each time.
const ann = 'ann.mason@housing-first.example'

async function fits(page: Page, width: number) {
  expect([...(await frameFaults(page)), ...(await accessibilityFaults(page))]).toEqual([])
  expect(await overflow(page), `${page.url()} at ${String(width)}`).toBe(0)
}

async function refer(page: Page, person: string, what: string) {
  await page.goto(`/people/${person}/referrals`)
  await page.getByRole('link', { name: 'Refer them' }).click()
  await page.getByLabel('A team that works with this service').check()
  const teams = page.getByLabel('Which team?')
  const theirs = await teams
    .locator('option', { hasText: /Jobcentre/ })
    .first()
    .innerText()
  await teams.selectOption({ label: theirs })
  await page.getByLabel('What is it for?').selectOption({ label: what })
  await page.getByLabel('What do you ask for, and why?').fill('Please look at her claim again')
  await page.getByRole('button', { name: 'Save referral' }).click()
  await expect(page.getByText('you are told what they answer')).toBeVisible()
  return page.url().replace(/\?.*/, '')
}

for (const [width, skip] of [
  [390, 8],
  [1440, 9],
] as const)
  test(`a referral is answered, and its sender learns, at ${width}`, async ({ as }) => {
    test.slow()
    const { id: person } = await askOne<{ id: string }>(personOf(ann, skip))
    const viewport = { width, height: 900 }
    const sender = await as('Ann Mason', { viewport })
    const receiver = await as('Tom Reilly', { viewport })

    const first = await refer(sender, person, 'Work and skills')
    await fits(sender, width)
    await receiver.goto('/referrals')
    await fits(receiver, width)
    await receiver.goto(first)
    await expect(receiver.getByText('Please look at her claim again')).toBeVisible()
    await fits(receiver, width)
    await receiver.getByRole('link', { name: 'Answer', exact: true }).click()
    await receiver.getByRole('radio', { name: 'No', exact: true }).check()
    await fits(receiver, width)
    await receiver.getByLabel('Why not?').selectOption({ label: 'We are full' })
    await receiver.getByRole('button', { name: 'Save the answer' }).click()
    await expect(receiver.getByText('Whoever sent it is told why')).toBeVisible()
    // What was written is closed to them with their no.
    await expect(receiver.getByText('Please look at her claim again')).toBeHidden()

    await sender.goto('/')
    await sender
      .getByRole('link', { name: /was declined\. Read why/ })
      .first()
      .click()
    await expect(sender.getByText(/we are full/)).toBeVisible()
    await fits(sender, width)

    const second = await refer(sender, person, 'Benefits and debt')
    await receiver.goto(second)
    await receiver.getByRole('link', { name: 'Answer', exact: true }).click()
    await receiver.getByRole('radio', { name: 'Yes, we take them on' }).check()
    await receiver.getByRole('button', { name: 'Save the answer' }).click()
    await receiver.getByRole('link', { name: 'Start the work' }).click()
    await receiver.getByRole('button', { name: 'Start' }).click()
    await expect(receiver.getByText('Started. Whoever sent it is told.')).toBeVisible()
    await sender.goto(`/people/${person}/referrals`)
    await expect(sender.getByText(/Started on/).first()).toBeVisible()
    await fits(sender, width)
  })
