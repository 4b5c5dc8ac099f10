#!/usr/bin/env bash
# csv-stringify 6.9.0 writes false as an empty cell, the same as null, and true as 1.
#
# One would guess: "false", or 0 beside the 1 of true.
# What happens: "asked, and the answer is no" leaves the building as "not known". In this field the
# two must never meet: a need that was denied and a question that nobody asked are different facts.
# Here: nothing writes CSV with it yet; whatever does gives every cast, or writes words.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact csv-stringify@6.9.0 >>npm.log

cat >try.mjs <<'JS'
import { stringify } from 'csv-stringify/sync'
const rows = [['yes', true], ['no', false], ['not known', null]]
process.stdout.write(stringify(rows))
const boolean = (value) => (value ? 'yes' : 'no')
process.stdout.write(stringify(rows, { cast: { boolean } }))
JS
cat >expected.txt <<'TEXT'
yes,1
no,
not known,
yes,yes
no,no
not known,
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
