#!/usr/bin/env bash
# graphology-metrics 2.4.2 (graphology 0.26.0): with exactly 128 links the last node has no neighbours.
#
# Agencies in a ring, each linked to the next and all alike, so every one has the same closeness.
# One would guess: 127, 128 and 129 links make no difference but that of one more agency.
# What happens: a ring of 128 is taken for a row with its end missing. Twice the number of links (256) is
# the end of the last node's neighbours, and is kept in a row of bytes chosen for numbers up to 255,
# where it is 0. The last node is closest to nobody, others lose their ways through it, and nothing is
# thrown. The same happens at 32,768 links, where the row holds numbers of 16 bits.
# Here: lib/network/rules/measure-network.ts counts at these two sizes by itself.
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
import closeness from 'graphology-metrics/centrality/closeness.js'
for (const size of [127, 128, 129, 32_767, 32_768]) {
  // A ring up to 129; for the large ones 300 nodes with all links up to that number.
  const graph = new graphology.UndirectedGraph()
  const nodes = size < 1000 ? size : 300
  for (let node = 0; node < nodes; node += 1) graph.addNode(node)
  for (let node = 0; node < nodes && size < 1000; node += 1) {
    graph.addEdge(node, (node + 1) % nodes)
  }
  for (let one = nodes - 1; one >= 0 && size > 1000; one -= 1) {
    for (let two = 0; two < one && graph.size < size; two += 1) graph.addEdge(one, two)
  }
  const last = String(nodes - 1)
  const near = closeness(graph, { wassermanFaust: true })
  const between = betweenness(graph, { getEdgeWeight: null })
  const highest = Math.max(...Object.values(between))
  const lowest = Math.min(...Object.values(between))
  console.log(
    `${graph.size} links: the last has ${graph.degree(last)},`,
    `closeness ${near[last].toFixed(3)},`,
    size < 1000
      ? `highest and lowest betweenness differ by ${(highest - lowest).toFixed(3)}`
      : 'not a ring',
  )
}
JS
cat >expected.txt <<'TEXT'
127 links: the last has 2, closeness 0.031, highest and lowest betweenness differ by 0.000
128 links: the last has 2, closeness 0.000, highest and lowest betweenness differ by 0.496
129 links: the last has 2, closeness 0.031, highest and lowest betweenness differ by 0.000
32767 links: the last has 299, closeness 1.000, not a ring
32768 links: the last has 299, closeness 0.000, not a ring
TEXT
node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
