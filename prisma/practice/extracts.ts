import { EXTRACTS } from './extracts/layouts'
import type { ExtractKey } from './extracts/layouts'
import { recorded } from './extracts/recorded'
import { csvBytes } from './extracts/write-csv'
import { random } from './random'
import type { Random } from './random'

/** A person as the extracts need them. Names: the one on papers first. Postcodes: newest first. */
export type ExtractPerson = {
  id: string
  names: { given: string; middle?: string | null; family: string }[]
  /** `YYYY-MM-DD`. */
  birth: string
  sex: 'female' | 'male'
  postcodes: string[]
  identifiers: {
    nhs?: string | undefined
    nino?: string | undefined
    crn?: string | undefined
    pnc?: string | undefined
  }
}

/** Which row of which file is about whom: for measuring, never for the importer. */
export type TruthRow = { extract: ExtractKey; row: string; person: string }
export type Extracts = {
  files: { extract: ExtractKey; filename: string; bytes: Uint8Array }[]
  truth: TruthRow[]
  truthBytes: Uint8Array
}

/** How many of the four know a person: most are in several, as agencies' lists overlap in life. */
const AGENCIES: readonly (readonly [number, number])[] = [
  [1, 25],
  [2, 42],
  [3, 25],
  [4, 8],
]
/** Share of rows that stand in a file twice, under two numbers. */
const TWICE = 0.04

function shuffled<T>(rng: Random, list: readonly T[]): T[] {
  return rng.some(list, list.length)
}

/**
 * Four agencies' caseloads as they might export them, about the given people: each with its own
 * columns, date format, encoding and line ends, and with typing errors, nicknames, former names and
 * postcodes, gaps, and some people twice. The same people and seed give the same bytes.
 */
export function writeExtracts(people: readonly ExtractPerson[], seed: string): Extracts {
  const rng = random(`extracts/${seed}`)
  const keys = EXTRACTS.map(({ key }) => key)
  const entries = shuffled(rng, people).flatMap((person) =>
    rng.some(keys, rng.weigh(AGENCIES)).flatMap((extract) => {
      const entry = { extract, person }
      return rng.chance(TWICE) ? [entry, entry] : [entry]
    }),
  )
  const truth: TruthRow[] = []
  const files = EXTRACTS.map((layout) => {
    const rows = entries
      .filter(({ extract }) => extract === layout.key)
      .map(({ person }, i) => {
        const row = `${layout.prefix}${String(i + 1).padStart(5, '0')}`
        truth.push({ extract: layout.key, row, person: person.id })
        return layout.cells(recorded(rng, person), row, rng)
      })
    const bytes = csvBytes([[...layout.header], ...rows], layout)
    return { extract: layout.key, filename: layout.filename, bytes }
  })
  const table = truth.map(({ extract, row, person }) => [extract, row, person])
  const header = ['extract', 'row', 'person']
  const style = { encoding: 'utf-8', lineEnd: '\r\n' } as const
  return { files, truth, truthBytes: csvBytes([header, ...table], style) }
}
