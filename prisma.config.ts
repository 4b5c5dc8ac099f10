import { defineConfig } from 'prisma/config'

/** For the Prisma command line. `npm start` and `npm test` migrate by scripts/database.mjs. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL_OWNER ?? '' },
})
