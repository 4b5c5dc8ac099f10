import { parseArgs } from 'node:util'
import { memoryEngine } from '../lib/people/matching/memory-engine'
import { shippedParameters } from '../lib/people/matching/parameters'
import {
  bestQuality,
  countTruePairs,
  groupQuality,
  pairQuality,
  rankingQuality,
  round,
} from './evaluation/measures'
import { equalityOfInvented, linesByGroup, sexOf, tableOf } from './evaluation/equality'
import { readExtracts } from './evaluation/read-extracts'
import { type Format, formats, readLabelled } from './evaluation/read-labelled'

const usage = 'npm run evaluate:matching -- DIR [--format febrl|historical]'

/**
 * Measures the matcher on labelled records. Labels are used for counting only and never reach the
 * engine. Standard output holds one JSON object; tables of equality go to standard error.
 */
function evaluate(path: string, format: Format | undefined): object {
  const started = performance.now()
  const labelled = format === undefined ? readExtracts(path) : readLabelled(path, format)
  const persons = labelled.map(({ person }) => person)
  const records = labelled.map(({ id, facets }) => ({ id, facets }))
  const parameters = memoryEngine.estimateFrom(records, shippedParameters(records.length))
  const result = memoryEngine.linkAll(records, parameters)
  const seconds = (performance.now() - started) / 1000
  const sexes = labelled.map(({ facets }) => sexOf(facets))
  const lines = linesByGroup(persons, sexes, result)
  process.stderr.write(tableOf('This set, by sex given', lines))
  const { link, suggest } = parameters.thresholds
  const found = result.pairs.filter(({ a, b }) => persons[a] === persons[b]).length
  const truePairs = countTruePairs(persons)
  return {
    rows: records.length,
    truePairs,
    link: {
      pairs: pairQuality(result.pairs, persons, (pair) => pair.bits >= link && !pair.blocked),
      clusters: groupQuality(result.groupOf, persons),
    },
    best: bestQuality(result.pairs, persons),
    suggest: rankingQuality(result.pairs, persons, suggest),
    blockingRecall: round(truePairs === 0 ? 1 : found / truePairs),
    candidatesPerRecord: round(result.pairs.length / Math.max(1, records.length)),
    seconds: round(seconds),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string' } },
  })
  const [path] = positionals
  const format = formats.find((name) => name === values.format)
  if (path === undefined || (values.format !== undefined && format === undefined)) {
    process.stderr.write(`${usage}\n`)
    process.exitCode = 2
    return
  }
  process.stderr.write(equalityOfInvented())
  process.stdout.write(`${JSON.stringify(evaluate(path, format), null, 2)}\n`)
}

main()
