import { candidatesAfter, type Blocks } from '@/lib/people/matching/bulk/blocks'
import type { Register } from '@/lib/people/matching/bulk/register'
import { estimate } from '@/lib/people/matching/estimate'
import type { Facets } from '@/lib/people/matching/facets'
import { frequenciesOf, type FrequencyTable } from '@/lib/people/matching/frequencies'
import type { Parameters } from '@/lib/people/matching/parameters'

/** Pairs looked at, at most: estimates settle long before, and twelve rounds are made over them. */
const mostPairs = 300_000

type Input = { register: Register; blocks: Blocks; table: FrequencyTable; start: Parameters }

/**
 * Parameters estimated, without labels, from the records there are: from all pairs that share a
 * key, or in a large register from those of every so-manieth record.
 */
export function estimateLoaded({ register, blocks, table, start }: Input): Parameters {
  const seen = new Int32Array(register.records)
  const into: number[] = []
  let met = 0
  for (let i = 0; i < register.records; i++) met += candidatesAfter(blocks, i, seen, into)
  const step = Math.max(1, Math.ceil(met / mostPairs))
  seen.fill(0)
  const chosen = new Chosen(register)
  if (step === 1) for (let i = 0; i < register.records; i++) chosen.indexOf(i)
  const candidates: [number, number][] = []
  let asked = 0
  for (let record = 0; record < register.records; record += step) {
    const found = candidatesAfter(blocks, record, seen, into)
    const one = chosen.indexOf(record)
    asked += 1
    for (let i = 0; i < found; i++) candidates.push([one, chosen.indexOf(into[i] ?? 0)])
  }
  return estimate({
    ...{ records: chosen.facets, candidates, start },
    frequencies: frequenciesOf(table),
    sample: { asked, of: register.records },
  })
}

/** Facets of the records that are looked at, and no others. */
class Chosen {
  readonly facets: Facets[] = []
  private readonly indexes = new Map<number, number>()
  private readonly text: Buffer

  constructor(private readonly register: Register) {
    this.text = Buffer.from(register.texts.buffer)
  }

  indexOf(record: number): number {
    const before = this.indexes.get(record)
    if (before !== undefined) return before
    const { textStarts } = this.register
    const text = this.text.toString('utf8', textStarts[record], textStarts[record + 1])
    this.facets.push(JSON.parse(text) as Facets)
    this.indexes.set(record, this.facets.length - 1)
    return this.facets.length - 1
  }
}
