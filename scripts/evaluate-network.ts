import { readFileSync } from 'node:fs'
import { buildNetwork } from '@/lib/network/rules/build-network'
import { findBreaks } from '@/lib/network/rules/find-breaks'
import { measureNetwork } from '@/lib/network/rules/measure-network'
import { readLinks } from '@/lib/network/rules/read-links'

const usage = 'npm run evaluate:network -- FILE.csv   (columns from and to, one link a row)'

/** Measures the network in a file of links: figures by name, to compare with published ones. */
function evaluate(path: string): object {
  const { links, alone, notes } = readLinks(readFileSync(path))
  for (const note of notes.slice(0, 20)) process.stderr.write(`${note}\n`)
  if (notes.length > 20) process.stderr.write(`And ${notes.length - 20} more such lines.\n`)
  const network = buildNetwork(links, alone)
  const { betweenness, closeness } = measureNetwork(network)
  const { cutPoints, bridges } = findBreaks(network)
  const byName = (values: readonly number[]) =>
    Object.fromEntries(network.names.map((name, place) => [name, values[place]]))
  return {
    nodes: network.names,
    betweenness: byName(betweenness),
    closeness: byName(closeness),
    cutPoints,
    bridges,
  }
}

function inWords(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return `There is no file ${path}.`
  if (code === 'EISDIR') return `${path} is a folder. Name one CSV file.`
  return error instanceof Error ? error.message : String(error)
}

const [path, ...rest] = process.argv.slice(2)
if (path === undefined || rest.length > 0) {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
} else {
  try {
    process.stdout.write(`${JSON.stringify(evaluate(path), null, 2)}\n`)
  } catch (error) {
    process.stderr.write(`${inWords(error, path)}\n`)
    process.exitCode = 1
  }
}
