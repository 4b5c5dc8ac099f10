import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

test('the first press of Tab offers a way past the bar', async ({ as }) => {
  const page = await as('Priya Shah')
  await page.goto(`/people/${await dannysId()}`)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: /skip to/i })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null)
  expect(inMain).toBe(true)
})

test('what has the focus can be seen, all the way round a page', async ({ as }) => {
  const page = await as('Priya Shah')
  await page.goto('/people')
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab')
    const unseen = await page.evaluate(() => {
      const at = document.activeElement
      if (!at || at === document.body) return ''
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(at)
      const drawn = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      const box = at.getBoundingClientRect()
      return drawn && box.width > 0 ? '' : `${at.outerHTML.slice(0, 120)} ${backgroundColor}`
    })
    expect(unseen).toBe('')
  }
})

test('a contact can be written and saved without a mouse', async ({ as }) => {
  const words = `Typed, not pointed. ${Date.now()}`
  const page = await as('Priya Shah')
  await page.goto(`/people/${await dannysId()}/contacts/new`)
  await page.getByRole('radio', { name: 'Seen', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Spoke by phone' })).toBeChecked()
  await page.getByLabel('In a line or two').focus()
  await page.keyboard.type(words)
  await page.getByRole('button', { name: 'Save contact' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Contact saved.')).toBeVisible()
})

test('on a phone the menu opens from the keyboard and leads on', async ({ as }) => {
  const page = await as('Priya Shah', { viewport: { width: 390, height: 800 } })
  await page.goto('/')
  await page.getByText('Menu', { exact: true }).focus()
  await page.keyboard.press('Enter')
  const link = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'People' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
})
