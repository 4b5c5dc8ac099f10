import { parseArgs } from 'node:util'
import {
  bestQuality,
  countTruePairs,
  groupQuality,
  pairQuality,
  rankingQuality,
  round,
} from './evaluation/measures'
import { equalityOf, linesByGroup, sexOf, shares, tableOf, type Line } from './evaluation/equality'
import { inScratch } from './evaluation/in-scratch'
import { inventRecords } from './evaluation/invent'
import { readExtracts } from './evaluation/read-extracts'
import { type Format, formats, readLabelled } from './evaluation/read-labelled'
import { Sentence } from './sentence.mjs'

const usage = 'npm run evaluate:matching -- DIR [--format febrl|historical]'

/**
 * Measures the matcher on labelled records in a database made for it and taken away again. Labels
 * are used for counting only and never reach the engine. Standard output holds one JSON object;
 * tables of equality go to standard error too.
 */
async function evaluate(path: string, format: Format | undefined): Promise<object> {
  const labelled = format === undefined ? readExtracts(path) : readLabelled(path, format)
  const persons = labelled.map(({ person }) => person)
  const sexes = labelled.map(({ facets }) => sexOf(facets))
  const found = await inScratch(async (engine) => {
    const invented = inventRecords(400)
    const equal = equalityOf(invented, await engine(invented))
    return { ...(await engine(labelled)), equal }
  })
  const { parameters, result, everyPair, seconds } = found
  const lines = linesByGroup(persons, sexes, result)
  process.stderr.write(tableOf('This set, by sex given', lines))
  for (const [title, groups] of Object.entries(found.equal)) {
    process.stderr.write(tableOf(`Invented people, ${title}`, groups))
  }
  const { link, suggest } = parameters.thresholds
  const met = everyPair.filter(({ a, b }) => persons[a] === persons[b]).length
  const truePairs = countTruePairs(persons)
  return {
    rows: labelled.length,
    truePairs,
    link: {
      pairs: pairQuality(result.pairs, persons, (pair) => pair.bits >= link && !pair.blocked),
      clusters: groupQuality(result.groupOf, persons),
    },
    best: bestQuality(everyPair, persons),
    suggest: rankingQuality(result.pairs, persons, suggest),
    blockingRecall: round(truePairs === 0 ? 1 : met / truePairs),
    candidatesPerRecord: round(everyPair.length / Math.max(1, labelled.length)),
    seconds,
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    equality: { thisSet: { bySexGiven: lines.map(shares) }, invented: mapped(found.equal) },
  }
}

const mapped = (tables: Record<string, Line[]>) =>
  Object.fromEntries(Object.entries(tables).map(([title, lines]) => [title, lines.map(shares)]))

async function main(): Promise<void> {
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
  process.stdout.write(`${JSON.stringify(await evaluate(path, format), null, 2)}\n`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
