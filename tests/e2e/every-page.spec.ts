import type { Page } from '@playwright/test'
import { plantCanaries, someoneWho } from '@/tests/support/pages/canary'
import { dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'
import { accessibilityFaults, frameFaults, overflow } from '@/tests/support/pages/look'
import { addressOf, addressParts, builtRoutes } from '@/tests/support/pages/routes'

const widths = [390, 1024, 1280, 1366, 1440]

// Whoever has the most to see on each part of the site. Pages about a person are Amina's of Danny:
// she leads, so that every form is hers to open.
const readersOf: [RegExp, () => Promise<string>][] = [
  [/^\/(sign-in|set-password|readiness|about|accessibility|privacy|licences|help)/, async () => ''],
  [/^\/people/, async () => 'Amina Yusuf'],
  [/^\/caseload/, async () => 'Helen Price'],
  [/^\/(transfer|identity|incidents)/, () => someoneWho('steward').catch(() => 'Derek Atherton')],
  [/^\/(insight|place)/, async () => 'Ruth Adeyemi'],
  [/^\/(log|agreements|publications|roles\/waiting)/, () => someoneWho('officer')],
  [/^\/admin/, () => someoneWho('administrator')],
  [/./, async () => 'Priya Shah'],
]
// Data, pictures and files; what anybody may read of the directory stands at `/services`.
const notPages =
  /^\/(api|_|icon|calendar|insight\/files|place\/(network\/)?files|services|organizations|figures)|\/(send|refused|export)$/

const groups = ['people', 'agreements', 'admin', 'transfer', 'elsewhere'] as const
const groupOf = (route: string) =>
  groups.find((group) => route.startsWith(`/${group}`)) ?? 'elsewhere'

for (const group of groups) {
  test(`pages (${group}): nothing for axe to find, nothing wider than the window`, async ({
    as,
    nobody,
  }) => {
    const parts = { ...(await addressParts(await plantCanaries())), personId: await dannysId() }
    const theirs = { ...(await addressParts({ ...parts, locating: [], person: [] })) }
    const faults: string[] = []
    const pages = new Map<string, Page>()
    for (const route of builtRoutes().filter((each) => !notPages.test(each))) {
      if (groupOf(route) !== group) continue
      const reader = (await readersOf.find(([pattern]) => pattern.test(route))?.[1]()) ?? ''
      const page = pages.get(reader) ?? (reader ? await as(reader) : await nobody())
      pages.set(reader, page)
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(addressOf(route, theirs))
      const found = [...(await frameFaults(page)), ...(await accessibilityFaults(page))]
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const wider = await overflow(page)
        if (wider > 0) found.push(`${wider} pixels wider than ${width}`)
        if (width === 390) found.push(...(await accessibilityFaults(page)).map((f) => `390: ${f}`))
      }
      faults.push(...found.map((fault) => `${route} (${reader}): ${fault}`))
    }
    expect(faults).toEqual([])
  })
}

test('a form that was filled in wrongly is as accessible as before', async ({ as }) => {
  const page = await as('Amina Yusuf')
  await page.goto(`/people/${await dannysId()}/contacts/new`)
  await page.getByRole('radio', { name: 'Something else' }).check()
  await page.getByRole('button', { name: 'Save contact' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await expect(alert).toBeFocused()
  await expect(page).toHaveTitle(/^Error: /)
  expect(await accessibilityFaults(page)).toEqual([])
  await alert.getByRole('link').first().click()
  const focused = await page.evaluate(() => document.activeElement?.tagName)
  expect(focused).toMatch(/INPUT|SELECT|TEXTAREA/)
})
