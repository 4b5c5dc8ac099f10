#!/usr/bin/env bash
# luxon 3.7.2 reads the hour that comes twice in October by the time of year at which it is asked.
#
# On 25 October 2026 London's clocks show 01:30 twice.
# One would guess: always the first, or always the second, or an error.
# What happens: asked in July it is the first, asked in November the second. The same night's record,
# read twice from one file, is an hour apart, and a test passes until the clocks change.
# (date-fns-tz 3.2.0 says the second. In March, for the hour that does not come, they differ too.)
# Here: lib/dates.ts reads clocks by itself: the first of two, whatever day it is.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact \
  luxon@3.7.2 date-fns-tz@3.2.0 date-fns@4.4.0 >>npm.log

cat >try.mjs <<'JS'
import { DateTime, Settings } from 'luxon'
import { fromZonedTime } from 'date-fns-tz'
const zone = 'Europe/London'
const hours = ['2026-10-25T01:30:00', '2026-03-29T01:30:00']
for (const today of ['2026-07-01', '2026-11-29']) {
  Settings.now = () => Date.parse(`${today}T12:00:00Z`)
  for (const hour of hours) {
    console.log(`asked ${today}, ${hour}: ${DateTime.fromISO(hour, { zone }).toUTC().toISO()}`)
  }
}
for (const hour of hours) console.log(`date-fns-tz, ${hour}: ${fromZonedTime(hour, zone).toISOString()}`)
JS
cat >expected.txt <<'TEXT'
asked 2026-07-01, 2026-10-25T01:30:00: 2026-10-25T00:30:00.000Z
asked 2026-07-01, 2026-03-29T01:30:00: 2026-03-29T01:30:00.000Z
asked 2026-11-29, 2026-10-25T01:30:00: 2026-10-25T01:30:00.000Z
asked 2026-11-29, 2026-03-29T01:30:00: 2026-03-29T01:30:00.000Z
date-fns-tz, 2026-10-25T01:30:00: 2026-10-25T01:30:00.000Z
date-fns-tz, 2026-03-29T01:30:00: 2026-03-29T00:30:00.000Z
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
