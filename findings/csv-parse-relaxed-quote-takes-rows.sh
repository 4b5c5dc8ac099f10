#!/usr/bin/env bash
# csv-parse 7.0.3 with relax_quotes: a quotation mark that is never closed takes whole rows with it,
# and where a later row has quotation marks the file still reads without an error.
#
# One would guess: "relaxed" keeps a stray mark as a letter of its cell, and the row ends at its line.
# What happens: of four people two vanish into the note of the first; counts are smaller, and that is
# all there is to notice. Without relax_quotes the file is refused: but so is a nickname in marks.
# Here: lib/transfer/csv-records.ts keeps how many lines each record covers, and lib/transfer/csv.ts refuses
# one that looks as if it had swallowed rows, by its lines.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact csv-parse@7.0.3 >>npm.log

cat >try.mjs <<'JS'
import { parse } from 'csv-parse/sync'
const text = 'id,note\n1,"seen at home\n2,rang\n3,goes by "Jim" here\n4,no answer\n'
for (const { record, info } of parse(text, { relax_quotes: true, info: true })) {
  console.log(`to line ${info.lines}: ${JSON.stringify(record)}`)
}
console.log(JSON.stringify(parse('id,name\n1,James "Jim" Poe\n', { relax_quotes: true })))
JS
cat >expected.txt <<'TEXT'
to line 1: ["id","note"]
to line 4: ["1","\"seen at home\n2,rang\n3,goes by \"Jim\" here"]
to line 5: ["4","no answer"]
[["id","name"],["1","James \"Jim\" Poe"]]
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
