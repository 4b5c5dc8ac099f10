#!/usr/bin/env bash
# graphology-metrics 2.4.2 (graphology 0.26.0): closeness puts two nodes that know only each other first.
#
# Four agencies work in a row; two small ones refer to each other and to nobody else.
# One would guess: nodes that can reach one other node of five are the least close.
# What happens: each of the pair scores 1, the best there is, above the middle of the row. With
# wassermanFaust: true, which is not the default, the pair comes last.
# Here: lib/network/rules/measure-network.ts names the option.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact \
  graphology@0.26.0 graphology-metrics@2.4.2 graphology-types@0.24.8 >>npm.log

cat >try.mjs <<'JS'
import graphology from 'graphology'
import closeness from 'graphology-metrics/centrality/closeness.js'
const graph = new graphology.UndirectedGraph()
for (const node of 'abcdpq') graph.addNode(node)
for (const [from, to] of ['ab', 'bc', 'cd', 'pq']) graph.addEdge(from, to)
for (const wassermanFaust of [false, true]) {
  const scores = Object.entries(closeness(graph, { wassermanFaust }))
  console.log(scores.map(([node, value]) => `${node} ${value.toFixed(2)}`).join(', '))
}
JS
cat >expected.txt <<'TEXT'
a 0.50, b 0.75, c 0.75, d 0.50, p 1.00, q 1.00
a 0.30, b 0.45, c 0.45, d 0.30, p 0.20, q 0.20
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
