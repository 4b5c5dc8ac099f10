#!/usr/bin/env bash
# graphology-metrics 2.4.2 (graphology 0.26.0): a link from a node to itself moves the betweenness of
# others.
#
# Four agencies in a row, a to d; the two in the middle each lie on two shortest paths. Agency b also
# refers to itself, as teams of one agency do.
# One would guess: a self-link lies on no path between two agencies, so nothing changes.
# What happens: the middle halves and the ends, which lie between nobody, get 0.5 each.
# Doubled links are counted as so many paths too (a square with one side doubled).
# Here: lib/network/rules/build-network.ts drops self-links and merges doubled ones.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact \
  graphology@0.26.0 graphology-metrics@2.4.2 graphology-types@0.24.8 >>npm.log

cat >try.mjs <<'JS'
import graphology from 'graphology'
import betweenness from 'graphology-metrics/centrality/betweenness.js'
const measure = (links) => {
  const graph = new graphology.MultiUndirectedGraph()
  for (const node of new Set(links.join(''))) graph.addNode(node)
  for (const [from, to] of links) graph.addEdge(from, to)
  return Object.entries(betweenness(graph, { normalized: false }))
    .map(([node, value]) => `${node} ${+value.toFixed(3)}`)
    .join(', ')
}
console.log('row:', measure(['ab', 'bc', 'cd']))
console.log('row, b to itself:', measure(['ab', 'bc', 'cd', 'bb']))
console.log('square:', measure(['ab', 'bc', 'cd', 'da']))
console.log('square, ab twice:', measure(['ab', 'ab', 'bc', 'cd', 'da']))
JS
cat >expected.txt <<'TEXT'
row: a 0, b 2, c 2, d 0
row, b to itself: a 0.5, b 1, c 1, d 0.5
square: a 0.5, b 0.5, c 0.5, d 0.5
square, ab twice: a 0.667, b 0.667, c 0.333, d 0.333
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
