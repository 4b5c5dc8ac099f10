#!/usr/bin/env bash
# ics 3.12.0 writes a weekly visit so that it moves when the clocks change.
#
# A visit every Tuesday at 09:00 from 20 October 2026, three times, made on a computer in London.
# One would guess: 09:00 each Tuesday, since the time was given as a local one.
# What happens: the first is turned into UTC and the rule repeats that, so from the 27th it is at 08:00
# in London (read back with ical.js 2.2.1). And 30 February becomes 2 March, without an error.
# Here: for later (a calendar feed): each date is an event of its own.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact ics@3.12.0 ical.js@2.2.1 >>npm.log

cat >try.mjs <<'JS'
import { createEvent } from 'ics'
import ICAL from 'ical.js'
const visit = (start, more) => createEvent({ title: 'Visit', uid: '1', duration: { hours: 1 }, start, ...more })
const repeated = visit([2026, 10, 20, 9, 0], { recurrenceRule: 'FREQ=WEEKLY;COUNT=3' })
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(repeated.value)).getFirstSubcomponent('vevent'))
const dates = event.iterator()
for (let next = dates.next(); next; next = dates.next()) {
  console.log(next.toJSDate().toLocaleString('en-GB', { timeZone: 'Europe/London' }))
}
const february = visit([2026, 2, 30, 9, 0])
console.log(february.error ?? 'no error', february.value.match(/DTSTART.*/)[0].trim())
JS
cat >expected.txt <<'TEXT'
20/10/2026, 09:00:00
27/10/2026, 08:00:00
03/11/2026, 08:00:00
no error DTSTART:20260302T090000Z
TEXT
TZ=Europe/London node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
