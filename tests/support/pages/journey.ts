import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { signIn } from './sign-in'

// Answers that a test asks for on purpose: *not found* is how a page says no, and busy is calm.
const expected = /status of (404|503)/

/** What a browser complains of on a page: errors of scripts, and the content security policy's. */
export function watch(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text()))
      problems.push(`${page.url()}: ${message.text().slice(0, 300)}`)
  })
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message.slice(0, 300)}`))
}

type Journey = {
  /** A fresh page in which this practice person has signed in. One per call. */
  as: (name: string, options?: Opened) => Promise<Page>
  /** A fresh page where nobody has. */
  nobody: (options?: Opened) => Promise<Page>
}
type Opened = {
  viewport?: { width: number; height: number }
  javaScriptEnabled?: boolean
  reducedMotion?: 'reduce'
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/**
 * A test told as somebody's errand. Whatever happens in it, no page may log an error, throw one or
 * break the content security policy.
 */
export const test = base.extend<Journey & { problems: string[] }, { kept: Map<string, Cookies> }>({
  kept: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  problems: [
    async ({}, use) => {
      const problems: string[] = []
      await use(problems)
      expect(problems, 'no page logs an error or breaks its security policy').toEqual([])
    },
    { auto: true },
  ],
  nobody: async ({ browser, problems }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      const page = await context.newPage()
      watch(page, problems)
      return page
    })
    for (const context of contexts) await context.close()
  },
  as: async ({ nobody, kept }, use) => {
    await use(async (name, options) => {
      const page = await nobody(options)
      const before = kept.get(name)
      if (before) {
        await page.context().addCookies(before)
        // Another test may have signed them out everywhere meanwhile.
        const answer = await page.request.get('/roles', { maxRedirects: 0 })
        if (!answer.headers().location?.startsWith('/sign-in')) return page
        await page.context().clearCookies()
      }
      await signIn(page, name)
      kept.set(name, await page.context().cookies())
      return page
    })
  },
})

export { expect }
