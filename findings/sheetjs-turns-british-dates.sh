#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS) reads a British CSV half as American, cell by cell.
#
# One would guess: dates of one column are read one way, or all stay text.
# What happens: 01/02/2026 (1 February) is 2 January, and 24/11/2026 in the next row stays text, since
# there is no month 24. No error: twelve days in a month are wrong and the others look right. A range
# of counts, 3-4, becomes a day in 2001. With raw: true all cells stay as written.
# Here: CSV is read as text, and the order of day and month is asked once for each column
# (lib/transfer). Whatever reads spreadsheets later does the same.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact @e965/xlsx@0.20.3 >>npm.log

cat >try.mjs <<'JS'
import { read, utils } from '@e965/xlsx'
const text = 'seen,people\n01/02/2026,3-4\n24/11/2026,5\n'
const day = (cell) =>
  typeof cell === 'number' && cell > 30000
    ? new Date(Date.UTC(1899, 11, 30) + cell * 86400000).toISOString().slice(0, 10)
    : cell
for (const raw of [false, true]) {
  const rows = utils.sheet_to_json(read(text, { type: 'string', raw }).Sheets.Sheet1, { header: 1 })
  console.log(JSON.stringify(rows.slice(1).map((row) => row.map(day))))
}
JS
cat >expected.txt <<'TEXT'
[["2026-01-02","2001-03-04"],["24/11/2026",5]]
[["01/02/2026","3-4"],["24/11/2026","5"]]
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
