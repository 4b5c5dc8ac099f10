#!/usr/bin/env bash
# csv-parse 7.0.3 takes the end of the first line for the end of all of them.
#
# A register put together from two systems has a heading that ends in LF and rows that end in CRLF.
# One would guess: both are ends of lines, as when the heading ends in CRLF and all rows do.
# What happens: no error; the last cell of each row keeps a carriage return, so "Coventry" is not
# "Coventry" when two records are compared. The other way round the file is refused.
# Here: lib/transfer/csv.ts makes every end of a line LF before the text is parsed.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact csv-parse@7.0.3 >>npm.log

cat >try.mjs <<'JS'
import { parse } from 'csv-parse/sync'
console.log(JSON.stringify(parse('id,city\n1,Coventry\r\n2,Rugby\r\n')))
try {
  console.log(JSON.stringify(parse('id,city\r\n1,Coventry\n2,Rugby\n')))
} catch ({ code }) {
  console.log(code)
}
JS
cat >expected.txt <<'TEXT'
[["id","city"],["1","Coventry\r"],["2","Rugby\r"]]
CSV_RECORD_INCONSISTENT_FIELDS_LENGTH
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
