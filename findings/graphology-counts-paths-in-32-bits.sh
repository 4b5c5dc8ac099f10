#!/usr/bin/env bash
# graphology-metrics 2.4.2 (graphology 0.26.0): shortest paths are counted in 32 bits, and wrap.
#
# Grids of agencies, each linked to those beside it. Over all nodes betweenness adds up to the sum of
# distances less one over all pairs, whatever the network.
# One would guess: more paths make the figures larger or slower, not wrong.
# What happens: up to 18 by 18 it adds up. From 19 by 19 on a corner has more than 2^32 shortest paths
# to the far side, the count begins again at 0, and shares of paths become larger than one. All figures
# stay finite and between 0 and 1.
# Here: lib/network/rules/measure-network.ts adds up, and counts in ordinary numbers where it does not.
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
for (const side of [17, 18, 19, 20]) {
  const graph = new graphology.UndirectedGraph()
  for (let node = 0; node < side * side; node += 1) graph.addNode(node)
  for (let node = 0; node < side * side; node += 1) {
    if ((node + 1) % side !== 0) graph.addEdge(node, node + 1)
    if (node + side < side * side) graph.addEdge(node, node + side)
  }
  // In a grid the distance of two nodes is that of their rows and their columns.
  let owed = 0
  for (let one = 0; one < side * side; one += 1) {
    for (let two = 0; two < one; two += 1) {
      const rows = Math.abs(Math.floor(one / side) - Math.floor(two / side))
      owed += rows + Math.abs((one % side) - (two % side)) - 1
    }
  }
  const values = Object.values(betweenness(graph, { getEdgeWeight: null, normalized: false }))
  const sum = values.reduce((total, value) => total + value, 0)
  console.log(`${side} by ${side}: ${(sum / owed).toFixed(3)} of what it adds up to`)
}
JS
cat >expected.txt <<'TEXT'
17 by 17: 1.000 of what it adds up to
18 by 18: 1.000 of what it adds up to
19 by 19: 1.008 of what it adds up to
20 by 20: 1.510 of what it adds up to
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
