import { defineConfig } from '@playwright/test'

/**
 * End-to-end tests, run by `npm test`, which starts the app and says where it is (BASE_URL) and
 * which browser to use (CHROMIUM); scripts/end-to-end.mjs.
 */
const config = defineConfig({
  testDir: 'tests',
  projects: [
    // What somebody tries who wants to learn what they may not holds at the first try, or fails.
    { name: 'attacks', testMatch: 'attacks/**/*.spec.ts', retries: 0 },
    // A busy machine may spoil a journey once; a second try is named at the end of the run.
    { name: 'journeys', testMatch: 'e2e/**/*.spec.ts', retries: 1 },
  ],
  outputDir: '.data/test/playwright',
  // For a test that hangs; the longest takes a minute or two, and three on a slow machine.
  timeout: 480_000,
  expect: { timeout: 30_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: process.env.BASE_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      // Root cannot use Chromium's sandbox; the only pages it opens are our own.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})

export default config
