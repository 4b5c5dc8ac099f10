import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
// `import 'server-only'` throws outside Next unless the react-server condition is on; NODE_OPTIONS
// does not reach Vitest's own resolver, so it is said here twice. Not 'import': the test workers
// pass these on to Node, whose require() would then be given ES modules.
const conditions = ['react-server', 'node']
const shared = {
  resolve: { alias: { '@': root } },
  ssr: { resolve: { conditions, externalConditions: conditions } },
}

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          // Never a measure of speed: a busy machine is no fault of the code.
          testTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
