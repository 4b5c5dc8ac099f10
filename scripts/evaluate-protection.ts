import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureAccuracy } from './evaluation/protection/accuracy'
import { playBreakdowns, playMerges, playTime } from './evaluation/protection/average'
import {
  playAgency,
  playCutOffs,
  playGroups,
  playQueries,
  playSlivers,
  playZeroAndOne,
} from './evaluation/protection/disclosure'
import {
  playEqualSets,
  playInsiders,
  playLongChurn,
  playSingleChurn,
} from './evaluation/protection/insiders'
import { membersByAtom } from './evaluation/protection/margins'
import { inventPeople } from './evaluation/protection/population'
import { playReconstruction } from './evaluation/protection/reconstruct'
import { type Evaluation, writeReport } from './evaluation/protection/report'
import { Sentence } from './sentence.mjs'

const usage = 'npm run evaluate:protection -- [--people 2000] [--targets 40] [--seed 1] [--write]'

/**
 * Plays the reader of insight against people of the practice place over sixteen quarterly
 * publications, ours and four rival rules side by side. Standard output holds one JSON object;
 * every number in it is measured in this run, and --write puts them into docs/protection.md. No
 * database is read or written.
 */
async function evaluate(size: number, targets: number, seed: string): Promise<Evaluation> {
  const began = Date.now()
  const people = inventPeople(size, seed)
  const atoms = membersByAtom(people)
  const attacks = [
    ...(await playReconstruction(atoms, { ways: [2, 3], threeWayQuarters: 16, targets })),
    ...playBreakdowns(),
    ...playTime(),
    ...playMerges(),
    ...playCutOffs(people),
    ...playGroups(people),
    ...playZeroAndOne(people),
    ...playEqualSets(),
    ...playInsiders(),
    ...playAgency(people),
    ...(await playSlivers(people)),
    ...playSingleChurn(),
    ...playLongChurn(),
    playQueries(),
  ]
  const seconds = Math.round((Date.now() - began) / 1000)
  return { attacks, accuracy: measureAccuracy(atoms), people: size, publications: 16, seconds }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '2000' },
      targets: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
    },
  })
  const [people, targets] = [Number(values.people), Number(values.targets)]
  if (![people, targets].every((number) => Number.isInteger(number) && number > 0)) {
    throw new Sentence(`--people and --targets are whole numbers. Use: ${usage}`)
  }
  const found = await evaluate(people, targets, values.seed)
  if (values.write) writeFileSync('docs/protection.md', writeReport(found))
  process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
