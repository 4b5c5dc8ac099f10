import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bitsOf } from '@/lib/people/matching/bits'
import { share } from '@/lib/people/matching/bulk/blocks'
import { blocksOf, registerOf } from '@/lib/people/matching/bulk/in-process'
import { BulkScorer, edgesOf } from '@/lib/people/matching/bulk/score-records'
import { UpperBound } from '@/lib/people/matching/bulk/upper-bound'
import { clusterPairs, joinGroups, strongestFirst } from '@/lib/people/matching/cluster'
import { bestNames, readyNames } from '@/lib/people/matching/compare'
import type { EngineRecord } from '@/lib/people/matching/engine'
import { facetsFrom } from '@/lib/people/matching/facets-from'
import { frequenciesOf, withoutRare } from '@/lib/people/matching/frequencies'
import type { Outcome } from '@/lib/people/matching/levels'
import { memoryEngine } from '@/lib/people/matching/memory-engine'
import { NameCeiling } from '@/lib/people/matching/name-ceiling'
import { shippedParameters } from '@/lib/people/matching/parameters'
import { scorePair, weigherFrom, weighPairFrom } from '@/lib/people/matching/score'
import { inventCrowd } from '@/scripts/evaluation/crowd'
import { inventRecords } from '@/scripts/evaluation/invent'
import { readExtracts } from '@/scripts/evaluation/read-extracts'

const samples = 'tests/fixtures/extracts'
// The agencies' full extracts lie beside the project where it is developed, and nowhere else.
const whole = '../shared/data/extracts'

const odd: EngineRecord[] = [
  { given: '', family: '' },
  { given: 'Unknown', family: 'Unknown' },
  { given: 'x'.repeat(10_000), family: 'y' },
  { given: '🙂', family: '🙂🙂' },
  { given: 'محمد', family: 'علي' },
  { given: 'محمد', family: 'على' },
  { given: 'Siobhán', family: 'O’Brien-Łukasiewicz' },
  { given: 'Siobhan Mary', family: 'Lukasiewicz' },
  { given: 'Wolfeschlegelsteinhausenbergerdorffs', family: 'Smith' },
  { given: 'Wolfeschlegelsteinhausenbergerdorff', family: 'de la Smith' },
  { given: 'Ann Brocklehurst', family: 'Jones' },
  { given: 'Peter', family: 'Brocklehurst' },
].map((name, index) => ({
  id: String(index),
  facets: facetsFrom({ names: [name], births: ['1970'], postcodes: ['CV1 2AB', 'CV1 2AC'] }),
}))

const sets: [string, EngineRecord[]][] = [
  ['the kept samples', readExtracts(samples)],
  ['invented people of seven origins', inventRecords(60)],
  ['odd records', [...odd, ...odd]],
  [
    'a crowd',
    [...inventCrowd(3000)].map(({ raw }, index) => {
      return { id: String(index), facets: facetsFrom(raw) }
    }),
  ],
  ...(existsSync(whole)
    ? [['the four extracts', readExtracts(whole)] as [string, EngineRecord[]]]
    : []),
]

describe.each(sets)('in bulk, %s', (_, records) => {
  const start = shippedParameters(records.length)
  const parameters = memoryEngine.estimateFrom(records, start)
  const { suggest, link } = parameters.thresholds
  const { register, table } = registerOf(records)
  const pruned = withoutRare(table, parameters.recordsPerPerson)
  const blocks = blocksOf(records)
  const input = { register, blocks, parameters, table: pruned, floor: suggest }

  test('pairs and groups are those of the engine that weighs every pair', () => {
    const expected = memoryEngine.linkAll(records, parameters)
    const scorer = new BulkScorer(input)
    const found = [...edgesOf(scorer.scoreRecords(0, records.length))]
    const inOrder = (x: { a: number; b: number }, y: { a: number; b: number }) =>
      x.a - y.a || x.b - y.b
    expect(found.sort(inOrder)).toEqual(
      expected.pairs.filter(({ bits }) => bits >= suggest).sort(inOrder),
    )
    const joining = found
      .filter(({ bits, blocked }) => bits >= link && !blocked)
      .sort(strongestFirst)
    const edgeOf = (a: number, b: number) => scorer.edgeOf(a, b)
    const groups = joinGroups({ start: records.map((_, i) => i), joining, edgeOf })
    expect(groups.groupOf).toEqual(expected.groupOf)
    expect(groups.weakLinks).toEqual(expected.weakLinks)
    expect(groups).toEqual(clusterPairs(records.length, expected.pairs, link))
  })

  test('no bound is under its score, for pairs at random too', () => {
    const frequencies = frequenciesOf(table)
    const bound = new UpperBound(register, parameters, frequencies)
    const under: unknown[] = []
    const step = Math.max(1, Math.floor(records.length / 150))
    for (let a = 0; a < records.length; a += step) {
      for (let b = a + 1; b < records.length; b += step) {
        const [one, other] = [records[a], records[b]]
        if (!one || !other) continue
        const { bits } = scorePair(one.facets, other.facets, parameters, frequencies)
        if (bound.of(a, b, -1000) < bits) under.push([one, other, bits])
      }
    }
    expect(under).toEqual([])
  })

  test('one against all, no ceiling of names is under what they are worth', () => {
    const frequencies = frequenciesOf(pruned)
    const bitsFor = (outcome: Outcome) => bitsOf(outcome, parameters, frequencies)
    const under: unknown[] = []
    const step = Math.max(1, Math.floor(records.length / 150))
    for (let a = 0; a < records.length; a += step) {
      const one = records[a]?.facets
      if (!one) continue
      const names = readyNames(one)
      const ceiling = new NameCeiling(names, parameters, frequencies)
      const weigh = weigherFrom(suggest, one, parameters, frequencies)
      for (const [b, { facets }] of records.entries()) {
        if (a === b || !(share(blocks, a, b) || b % step === 0)) continue
        const others = readyNames(facets)
        const worth = bestNames(names, others, bitsFor).map(bitsFor)
        const bits = worth.reduce((sum, each) => sum + each, 0)
        if (ceiling.of(others) < bits - 1e-6) under.push([one, facets, bits])
        const straight = weighPairFrom(suggest, one, facets, parameters, frequencies)
        expect(weigh(facets)).toEqual(straight)
      }
    }
    expect(under).toEqual([])
  })
})
