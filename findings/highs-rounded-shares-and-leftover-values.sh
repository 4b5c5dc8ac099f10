#!/usr/bin/env bash
# highs 1.15.3: whether rounded shares add up depends on the seventh decimal, and an answer that there
# is none still carries a number.
#
# Published shares of a third and two thirds, to so many decimals, must add up to 1.
# One would guess: rounded figures never add up exactly, so all of these are infeasible; or all pass.
# What happens: six decimals are infeasible; with seven the answer is "Optimal" and the published share
# has been moved (0.6666666 is 0.6666667). Infeasible comes with an objective of 0, and a problem without a
# limit with the value of the last corner looked at.
# Here: for later (checks of releases): figures as whole numbers, Status read before any value.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact highs@1.15.3 >>npm.log

cat >try.mjs <<'JS'
import load from 'highs'
const highs = await load()
const say = (name, text) => {
  const { Status, ObjectiveValue, Columns } = highs.solve(text)
  const values = Object.entries(Columns).map(([key, { Primal }]) => `${key} ${Primal ?? 'nothing'}`)
  console.log(`${name}: ${Status}, objective ${ObjectiveValue}, ${values.join(', ')}`)
}
for (const n of [6, 7]) {
  const [a, b] = [`0.${'3'.repeat(n)}`, `0.${'6'.repeat(n)}`]
  say(`${n} decimals`, `Minimize\n o: a\nSubject To\n all: a + b = 1\n p: a = ${a}\n q: b = ${b}\nEnd\n`)
}
say('no limit', 'Maximize\n o: a\nSubject To\n r: a - b <= 5\nEnd\n')
JS
cat >expected.txt <<'TEXT'
6 decimals: Infeasible, objective 0, a nothing, b nothing
7 decimals: Optimal, objective 0.3333333, a 0.3333333, b 0.6666667
no limit: Unbounded, objective 5, a 5, b 0
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
