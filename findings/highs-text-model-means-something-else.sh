#!/usr/bin/env bash
# highs 1.15.3: a model written as LP text may be another model, and the answer is still "Optimal".
#
# One would guess: what the format does not allow is an error.
# What happens: a number on the left of a row is dropped (3 + x >= 5 gives 5, not 2); "Maximise", as it
# is spelt here, is not understood and nothing is maximised (0, not 5); a variable named Nantwich is
# read as not-a-number times "twich"; Stoke-on-Trent is three variables.
# Here: for later (checks of releases): models as arrays (createModel), never as text.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact highs@1.15.3 >>npm.log

cat >try.mjs <<'JS'
import load from 'highs'
const highs = await load()
const solve = (name, goal, row) => {
  const { Status, ObjectiveValue, Columns } = highs.solve(`${goal}\nSubject To\n r: ${row}\nEnd\n`)
  console.log(`${name}: ${Status} ${ObjectiveValue}, ${Object.keys(Columns).join(' ')}`)
}
solve('number on the left', 'Minimize\n o: x', '3 + x >= 5')
solve('British spelling', 'Maximise\n o: x', 'x <= 5')
solve('a town', 'Minimize\n o: Nantwich + y', 'Nantwich + y >= 5')
solve('a city', 'Minimize\n o: Stoke-on-Trent', 'Stoke-on-Trent >= 5')
JS
cat >expected.txt <<'TEXT'
number on the left: Optimal 5, x
British spelling: Optimal 0, x
a town: Optimal NaN, twich y
a city: Optimal 5, Stoke on Trent
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
