import type { Page } from '@playwright/test'

/** Signs in by one click, as a new worker trying the practice place does. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in')
  const button = page.getByRole('button', { name: `Sign in as ${name}`, includeHidden: true })
  // Roles are folded: the one that holds this person is opened.
  const group = page.getByRole('group').filter({ has: button })
  if (!(await button.first().isVisible())) await group.locator('summary').click()
  await button.first().click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Signs out, from the menu under one's own name. */
export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByText(name).first().click()
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.waitForURL(/sign-in/)
}
