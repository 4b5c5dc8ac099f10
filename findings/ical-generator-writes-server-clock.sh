#!/usr/bin/env bash
# ical-generator 10.2.0: with a zone of its own a calendar has the digits of the server's clock.
#
# A visit at 09:30 in London on 1 July is given as an instant (a JavaScript Date), and the calendar is
# told that its zone is Europe/London.
# One would guess: the instant is turned into London's time, since both are known.
# What happens: on a server in UTC the feed says 08:30, which a phone in London shows as 08:30: an hour
# early, half the year. Without the zone the instant is written with Z, and is right.
# Here: for later (a calendar feed): instants, and no zone.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact ical-generator@10.2.0 >>npm.log

cat >try.mjs <<'JS'
import ical from 'ical-generator'
for (const timezone of ['Europe/London', undefined]) {
  const calendar = ical({ timezone })
  calendar.createEvent({ id: '1', start: new Date('2026-07-01T08:30:00Z'), summary: 'Visit' })
  console.log(timezone ?? 'no zone', calendar.toString().match(/DTSTART.*/)[0].trim())
}
JS
cat >expected.txt <<'TEXT'
Europe/London DTSTART:20260701T083000
no zone DTSTART:20260701T083000Z
TEXT
TZ=UTC node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
