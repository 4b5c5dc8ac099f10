import highsLoader, { type Highs, type Model } from 'highs'

/** A cell that was published: the unknowns it sums, and what its reader knows of the sum. */
export interface KnownCell {
  /** Places of the atoms in it, each once. */
  atoms: number[]
  low: number
  high: number
}

/**
 * Everything a reader knows. An atom is a group of people whom no published cell tells apart; how
 * many are in each is unknown, 0 or more, and at most `most` where a population is public.
 */
export interface Knowledge {
  atoms: number
  most?: number[]
  cells: KnownCell[]
}

/** What a reader can prove of a count: it is not below `low` and not above `high`. */
export interface Interval {
  low: number
  high: number
}

/** The solver gave no answer that could be believed: nothing may be published on it. */
export class NoProof extends Error {
  override name = 'NoProof'
}

const primalSimplex = 4
let solver: Promise<Highs> | undefined

/**
 * The least and the greatest sum of each target's atoms that everything known allows, by linear
 * programming (HiGHS). `high` is Infinity where nothing bounds it. Throws NoProof when the
 * knowledge contradicts itself or the solver stops short.
 */
export async function provableIntervals(
  knowledge: Knowledge,
  targets: number[][],
): Promise<Interval[]> {
  solver ??= highsLoader()
  const highs = await solver
  return highs.withModel((model): Interval[] => {
    // From one objective to the next the last corner stays allowed, which the primal simplex uses:
    // a third of the time.
    model.options.set({ output_flag: false, simplex_strategy: primalSimplex })
    model.passModel(modelOf(knowledge))
    return targets.map((atoms) => ({
      low: solve(highs, model, atoms, 'minimize'),
      high: solve(highs, model, atoms, 'maximize'),
    }))
  })
}

/** Counts are whole: the least whole number at or above `low`, the greatest at or below `high`. */
export function roundInwards({ low, high }: Interval): Interval {
  return { low: Math.ceil(low - 1e-6), high: Math.floor(high + 1e-6) }
}

// By arrays and never by text: in the text format a constant on the left of a row is dropped and
// a misspelt keyword skipped, and the answer is "optimal" all the same.
function modelOf({ atoms, most, cells }: Knowledge) {
  const starts = [0]
  const indices: number[] = []
  for (const cell of cells) {
    indices.push(...cell.atoms)
    starts.push(indices.length)
  }
  return {
    numCols: atoms,
    numRows: cells.length,
    colCost: new Float64Array(atoms),
    colLower: new Float64Array(atoms),
    colUpper: most ?? new Float64Array(atoms).fill(Infinity),
    rowLower: cells.map(({ low }) => low),
    rowUpper: cells.map(({ high }) => high),
    matrix: {
      format: 'csr' as const,
      numRows: cells.length,
      numCols: atoms,
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
  }
}

function solve(highs: Highs, model: Model, atoms: number[], sense: 'minimize' | 'maximize') {
  if (atoms.length === 0) return 0
  const { modelStatus, objectiveSense } = highs.constants
  const columns = { kind: 'set' as const, indices: atoms.toSorted((a, b) => a - b) }
  model.changeColsCost(columns, new Float64Array(atoms.length).fill(1))
  model.changeObjectiveSense(objectiveSense[sense])
  const status = model.run().modelStatus
  const value = model.getObjectiveValue()
  model.changeColsCost(columns, new Float64Array(atoms.length))
  // Status first: an infeasible or unbounded model has an objective value as well.
  if (status === modelStatus.optimal) return value
  if (sense === 'maximize' && status === modelStatus.unbounded) return Infinity
  throw new NoProof(`The solver ended with status ${status}.`)
}
