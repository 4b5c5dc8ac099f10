import { combined, core, TOTAL, variables, type Table } from '../programme'
import { auditPublication, type AuditReport, type Target } from '../rules/audit-publication'
import { atomsIn, atomsOf, type Block } from '../rules/atoms'
import type { KnownCell } from '../rules/provable-interval'
import { knownOf } from '../rules/repeated-value'
import type { PerturbationParameters } from '../rules/perturbation-parameters'

/** A cell as it would be published, with the truth beside it. */
export type RuledCell = {
  table: Table
  keys: readonly string[]
  people: number
  value: number | null
  repeated: boolean
}

const answersOf = (key: keyof typeof variables) => ({
  key,
  categories: variables[key].categories.map((category) => category.key),
})

/**
 * The two crosses of variables within which published tables meet. Who lives in no ward stands
 * under an answer of their own, which no table shows.
 */
const blocksFor = (wards: readonly string[]): Block[] => [
  {
    name: 'who and which needs',
    axes: [answersOf('age'), answersOf('sex'), answersOf('group'), answersOf('combination')],
  },
  {
    name: 'where and how many',
    axes: [{ key: 'ward', categories: [...wards, ''] }, answersOf('number'), answersOf('agencies')],
  },
]

/** Does an answer of an axis of a block belong to this answer of a variable of a table? */
function belongs(axis: string, category: string, variable: string, key: string): boolean | null {
  if (axis === variable) return category === key
  if (axis === 'combination' && variable === 'core') {
    const bits = core.map((need) => category[combined.indexOf(need)] === '1')
    return String(bits.filter(Boolean).length) === key
  }
  if (axis === 'number' && variable === 'several') return Number(category) >= 2 === (key === 'yes')
  return null
}

/** What a cell asks of each variable: of a need, that it is there now. */
function conditionsOf({ table, keys }: RuledCell): [string, string][] | null {
  if (table.key === 'needs') {
    const [need = '', answer = ''] = keys
    const place = combined.findIndex((one) => one === need)
    return place >= 0 && answer === 'current' ? [[`bit ${place}`, '1']] : null
  }
  const names = [...(table.area === 'ward' ? ['ward'] : []), ...table.by]
  return names
    .map((name, at): [string, string] => [name, keys[at] ?? TOTAL])
    .filter(([, key]) => key !== TOTAL)
}

/** The atoms of a cell in a block; null where the block cannot say it. */
function atomsFor(block: Block, cell: RuledCell): number[] | null {
  const conditions = conditionsOf(cell)
  if (conditions === null) return null
  const axes = new Set(block.axes.map(({ key }) => key))
  const says = (variable: string) =>
    axes.has(variable) ||
    (axes.has('combination') && (variable === 'core' || variable.startsWith('bit '))) ||
    (axes.has('number') && variable === 'several')
  if (!conditions.every(([variable]) => says(variable))) return null
  return atomsOf(block, (axis, category) =>
    conditions.every(([variable, key]) =>
      variable.startsWith('bit ')
        ? axis !== 'combination' || category[Number(variable.slice(4))] === key
        : (belongs(axis, category, variable, key) ?? true),
    ),
  )
}

const nameOf = ({ table, keys }: RuledCell) => `${table.key}: ${keys.join(', ') || 'everybody'}`

/**
 * Plays the reader against everything that would be published, block by block: refuses where a
 * small count can be proved or a figure estimated too well. A set of people that several tables
 * show is entered once, since its figure is the same. Other needs than the six stand in one table
 * of their own each, where nothing can be taken from anything.
 *
 * @throws NoProof when the solver gives no answer
 */
export async function auditCells(
  cells: readonly RuledCell[],
  wards: readonly string[],
  { D, V }: PerturbationParameters,
): Promise<AuditReport> {
  const reports: AuditReport[] = []
  for (const block of blocksFor(wards)) {
    const known = new Map<string, { name: string; cell: KnownCell }>()
    const targets = new Map<string, Target>()
    for (const one of cells) {
      const atoms = atomsFor(block, one)
      if (atoms === null) continue
      const set = atoms.join()
      targets.set(set, { name: nameOf(one), atoms, trueCount: one.people })
      if (one.value === null) continue
      known.set(set, { name: nameOf(one), cell: { atoms, ...knownOf(one.value, D, one.repeated) } })
    }
    const entered = [...known.values()]
    reports.push(
      await auditPublication(
        { atoms: atomsIn(block), cells: entered.map(({ cell }) => cell) },
        entered.map(({ name }) => name),
        [...targets.values()],
        V,
      ),
    )
  }
  return together(reports)
}

function together(reports: readonly AuditReport[]): AuditReport {
  const least = <T>(items: (T | null)[], size: (item: T) => number) =>
    items.reduce((found, item) =>
      item !== null && (found === null || size(item) < size(found)) ? item : found,
    )
  return {
    refusals: reports.flatMap(({ refusals }) => refusals),
    warnings: reports.flatMap(({ warnings }) => warnings),
    tightest: least(
      reports.map(({ tightest }) => tightest),
      ({ width }) => width,
    ),
    weakest: least(
      reports.map(({ weakest }) => weakest),
      ({ deviation }) => deviation,
    ),
  }
}
