import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] }

/** What axe finds wrong with the page as it stands: rule, element and why. Empty is right. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Not as a script tag, which the page's own policy refuses.
  await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> }
    }
    // The one rule of WCAG 2.2 is off unless it is asked for.
    return (await axe.run({ rules: { 'target-size': { enabled: true } } })).violations
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  )
}

/** By how many CSS pixels the page is wider than the window; 0 is right. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Faults of a page's frame: a title of its own, one level-one heading, the landmarks. */
export async function frameFaults(page: Page): Promise<string[]> {
  // Where a page turns out not to be found, the title comes once it is alive.
  await expect
    .poll(() => page.title(), { timeout: 10_000 })
    .not.toBe('')
    .catch(() => undefined)
  const title = await page.title()
  const [headings, mains, banners] = await Promise.all([
    page.getByRole('heading', { level: 1 }).count(),
    page.getByRole('main').count(),
    page.getByRole('banner').count(),
  ])
  return [
    ...(/^.{3,} · Common Thread$/.test(title) ? [] : [`title “${title}”`]),
    ...(headings === 1 ? [] : [`${headings} level-one headings`]),
    ...(mains === 1 && banners === 1 ? [] : [`${mains} main, ${banners} banner`]),
  ]
}
