import type { Page } from '@playwright/test'
import { ask } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { accessibilityFaults, overflow } from '@/tests/support/pages/look'

const lead = 'Ruth Adeyemi'
const pages = ['/place', '/place/institutions', '/place/network', '/place/network/links']
const named = async (name: string) => {
  const [row] = await ask<{ id: string }>('select id from place.institution where name = $1', [
    name,
  ])
  return row?.id ?? ''
}

/** Where a page is kept to be looked at, where somebody asks for it. */
const look = async (page: Page, name: string) => {
  const folder = process.env['LOOK_AT']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

test('pages of the place have nothing for axe to find at three widths', async ({ as }) => {
  test.slow()
  const page = await as(lead)
  const one = `/place/institutions/${await named('The Lantern')}`
  const all = [...pages, '/place/network/matrix', one, `${one}/edit`, `${one}/link`]
  const faults: string[] = []
  for (const [at, path] of all.entries()) {
    await page.goto(path)
    for (const width of [1440, 1024, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const wider = await overflow(page)
      const found = [...(await accessibilityFaults(page)), ...(wider > 0 ? [`${wider} wider`] : [])]
      faults.push(...found.map((fault) => `${path} at ${width}: ${fault}`))
      await look(page, `${at}-${width}`)
    }
  }
  expect(faults).toEqual([])
})

test('what goes if one closes is read with the keyboard alone', async ({ as }) => {
  const page = await as(lead)
  await page.goto('/place/network')
  await page.getByLabel('What if this one closed?').focus()
  await page.keyboard.type('Wrenford College')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Show' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('heading', { name: 'What if Wrenford College closed?' }),
  ).toBeVisible()
  const card = page.getByRole('region', { name: 'What if Wrenford College closed?' })
  await expect(card).toContainText('declared links would go')
  await expect(card).toContainText('Who would lose most')
})

test('the lead moves the sheet and ends a link without a script', async ({ as }) => {
  const page = await as(lead, { javaScriptEnabled: false })
  const id = await named('Wrenford Credit Union')
  await page.goto(`/place/institutions/${id}`)
  await page.getByLabel('How far across').fill('33')
  await page.getByLabel('How far down').fill('44')
  await page.getByRole('button', { name: 'Move it' }).click()
  await expect(page.getByText('It stands there on the sheet now.')).toBeVisible()
  const [spot] = await ask<{ across: number; down: number }>(
    'select across, down from place.position where institution_id = $1',
    [id],
  )
  expect(spot).toEqual({ across: 330, down: 440 })
})
