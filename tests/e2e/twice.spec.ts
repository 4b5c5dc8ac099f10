import type { BrowserContext, Page } from '@playwright/test'
import { ask, dannysId } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

// Pages are kept by the browser as a person's own does.
test.use({ launchOptions: { ...keeping() } })

function keeping() {
  return {
    executablePath: process.env.CHROMIUM,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  }
}

/** A form that can be sent again from the page that the browser kept, and what it writes. */
type Again = {
  name: string
  as: string
  at: string
  button: string
  /** Fills it in, with these words. */
  fill: (page: Page, words: string) => Promise<void>
  /** The rows that hold the words. */
  rows: string
}

const forms: Again[] = [
  {
    name: 'contact',
    as: 'Priya Shah',
    at: '/contacts/new',
    button: 'Save contact',
    fill: async (page, words) => {
      await page.getByRole('radio', { name: 'Seen', exact: true }).check()
      await page.getByRole('radio', { name: 'Just now' }).check()
      await page.getByLabel('In a line or two').fill(words)
    },
    rows: 'select 1 from contact_words where words = $1',
  },
  {
    name: 'rating',
    as: 'Joy Mensah',
    at: '/needs/rate',
    button: 'Save rating',
    fill: async (page, words) => {
      await page.getByLabel('Which need?').selectOption('isolation')
      await page.locator('[name=state][value=current]').check()
      await page.locator('[name=severity][value="2"]').check()
      await page.getByLabel('What lies behind it').fill(words)
    },
    rows: 'select 1 from need_note where words = $1',
  },
  {
    name: 'fact',
    as: 'Joy Mensah',
    at: '/details/own-words',
    button: 'Save',
    fill: async (page, words) => {
      await page.getByLabel('In their words').fill(words)
      await page.locator('[name=agreed]').check()
    },
    rows: 'select 1 from own_words where words = $1',
  },
  {
    name: 'warning',
    as: 'Joy Mensah',
    at: '/warnings/new',
    button: 'Save warning',
    fill: async (page, words) => {
      const soon = new Date(Date.now() + 60 * 86_400_000)
      await page.getByLabel('What is it about?').selectOption('visit')
      await page.getByLabel('What should a colleague do?').fill('Visit in pairs')
      await page.getByLabel('What does it rest on?').fill(words)
      await page.locator('[name=told][value=not_safe]').check()
      await page.locator('[name=lapsesOn-day]').fill(String(soon.getUTCDate()))
      await page.locator('[name=lapsesOn-month]').fill(String(soon.getUTCMonth() + 1))
      await page.locator('[name=lapsesOn-year]').fill(String(soon.getUTCFullYear()))
    },
    rows: 'select 1 from warning_detail where evidence = $1',
  },
]

const saved = (page: Page) => page.getByRole('alert').getByText('Saved', { exact: true })
const key = (page: Page) => page.locator('main [name=formKey]').first()
const send = (page: Page, { button }: Again) =>
  page.getByRole('button', { name: button, exact: true }).click()
const rowsOf = async ({ rows }: Again, words: string) => (await ask(rows, [words])).length

for (const form of forms)
  test(`Back, a second ${form.name}, and Save: both are saved`, async ({ as }) => {
    const page = await as(form.as)
    const [one, two] = [`One of ${Date.now()}`, `Two of ${Date.now()}`]
    await page.goto(`/people/${await dannysId()}${form.at}`)
    await form.fill(page, one)
    await send(page, form)
    await expect(saved(page)).toBeVisible()
    await page.goBack()
    await form.fill(page, two)
    await send(page, form)
    await expect(saved(page)).toBeVisible()
    expect(await rowsOf(form, one), 'the first').toBe(1)
    expect(await rowsOf(form, two), 'the second').toBe(1)
    await page.goBack()
    await form.fill(page, two)
    await send(page, form)
    await expect(saved(page)).toBeVisible()
    expect(await rowsOf(form, two), 'the same words, from a page come back to').toBe(2)
  })

/** Opens the form twice as one page, as a browser does that shows again what it had. */
async function keptPage(context: BrowserContext, page: Page) {
  const again = await context.newPage()
  await again.goto(page.url())
  const first = await key(page).inputValue()
  await key(again).evaluate((input, value) => input.setAttribute('value', value), first)
  return again
}

for (const form of forms)
  test(`without script, a ${form.name} sent from a kept page is one for each text`, async ({
    as,
  }) => {
    const page = await as(form.as, { javaScriptEnabled: false })
    const [one, two] = [`Plain one of ${Date.now()}`, `Plain two of ${Date.now()}`]
    await page.goto(`/people/${await dannysId()}${form.at}`)
    const [other, same] = [
      await keptPage(page.context(), page),
      await keptPage(page.context(), page),
    ]
    for (const [each, words] of [
      [page, one],
      [other, two],
      [same, one],
    ] as const) {
      await form.fill(each, words)
      await send(each, form)
      await expect(saved(each)).toBeVisible()
    }
    expect(await rowsOf(form, one), 'the same words twice').toBe(1)
    expect(await rowsOf(form, two), 'other words').toBe(1)
    expect(same.url(), 'the same words lead to where they were saved').toBe(page.url())
    await page.goBack()
    await form.fill(page, two)
    await send(page, form)
    await expect(saved(page)).toBeVisible()
  })

test('a page that the browser kept whole comes back with a key of its own', async ({ as }) => {
  const page = await as('Priya Shah')
  const path = `/people/${await dannysId()}/contacts/new`
  await page.goto(path)
  await expect(key(page)).toBeAttached()
  const before = await key(page).inputValue()
  // As when it comes back from the browser's own store, whether or not this one keeps pages. Told
  // again until it was heard: a page that has just come may not listen yet.
  await expect(async () => {
    await page.evaluate(() =>
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    )
    await expect(key(page)).not.toHaveValue(before, { timeout: 1_000 })
  }).toPass()
})

for (const javaScriptEnabled of [true, false])
  test(`a second file is a second file, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    as,
  }) => {
    const page = await as('Jurgita Urbonienė', { javaScriptEnabled })
    const names = ['one', 'two'].map((each) => `${each}-${Date.now()}.csv`)
    await page.goto('/transfer')
    for (const name of names) {
      await page.getByLabel('The file').setInputFiles({
        ...{ name, mimeType: 'text/csv' },
        buffer: Buffer.from(`Reference,Forename,Surname\n${name},Ann,Example\n`),
      })
      await page.getByRole('button', { name: 'Send the file' }).click()
      await expect(page.getByRole('heading', { name: 'How this file is read' })).toBeVisible()
      await page.goBack()
    }
    const sent = await ask('select 1 from import_batch where filename = any($1)', [names])
    expect(sent).toHaveLength(2)
  })
