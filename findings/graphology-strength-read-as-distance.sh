#!/usr/bin/env bash
# graphology-metrics 2.4.2 (graphology 0.26.0): betweenness takes an attribute called weight unasked,
# and takes it for a distance.
#
# Three agencies refer to each other; the weight is the number of referrals, 30 between a and c.
# One would guess: weights count when asked for, and a strong tie is a short way.
# What happens: the strongest tie is the longest way, so b is said to stand between a and c, who work
# together most. Named otherwise, or with getEdgeWeight: null, b stands between nobody.
# Here: lib/network/rules/measure-network.ts gives null, and links have no weight.
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
const graph = new graphology.UndirectedGraph()
for (const node of 'abc') graph.addNode(node)
graph.addEdge('a', 'b', { weight: 10 })
graph.addEdge('b', 'c', { weight: 10 })
graph.addEdge('a', 'c', { weight: 30 })
console.log(JSON.stringify(betweenness(graph)))
console.log(JSON.stringify(betweenness(graph, { getEdgeWeight: null })))
JS
cat >expected.txt <<'TEXT'
{"a":0,"b":1,"c":0}
{"a":0,"b":0,"c":0}
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
