import { waitDays } from '../marks'
import { TOTAL, type Table } from '../programme'
import { changingNeeds, combined, core, genderedNeeds, variables } from '../variables'
import type { VariableKey } from '../variables'
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

const answersOf = (key: VariableKey) => ({
  key,
  categories: variables[key].categories.map((category) => category.key),
})

/** What came of a first referral, and when they were seen: one of each. */
const courses = ['started', 'accepted', 'refused', 'dropped', 'waits'] as const
const seen = [...waitDays.map((days) => `seen_${days}`), 'later']

/**
 * The crosses of variables within which published tables meet. Who lives in no ward stands
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
  ...[
    { key: 'course', categories: courses },
    { key: 'seen', categories: seen },
  ].map((axis) => ({
    name: `who was referred: ${axis.key}`,
    axes: [answersOf('age'), answersOf('sex'), answersOf('group'), axis],
  })),
]

const held = (combination: string, needs: readonly string[]) =>
  needs.filter((need) => combination[combined.findIndex((one) => one === need)] === '1').length

const countedNeeds: Readonly<Record<string, readonly string[]>> = {
  core,
  gendered: genderedNeeds,
  changing: changingNeeds,
}

/** Does an answer of an axis of a block belong to this answer of a variable of a table? */
function belongs(axis: string, category: string, variable: string, key: string): boolean | null {
  if (axis === variable) return category === key
  if (axis === 'combination') {
    const needs = countedNeeds[variable]
    if (needs) return String(held(category, needs)) === key
    if (variable === 'among') {
      return held(category, combined) >= 2 && (key === 'several' || held(category, [key]) === 1)
    }
    if (variable === 'need') return held(category, [key]) === 1
  }
  if (axis === 'number' && variable === 'several') return Number(category) >= 2 === (key === 'yes')
  if (variable !== 'flow') return null
  if (axis === 'seen' && key.startsWith('seen_')) return seen.indexOf(category) <= seen.indexOf(key)
  if (axis === 'course' && !key.startsWith('seen_') && key !== 'referred') {
    return category === key || (key === 'accepted' && category === 'started')
  }
  return null
}

/** The variables that an axis of a block can say something of. */
const saidBy: Readonly<Record<string, readonly string[]>> = {
  combination: ['core', 'gendered', 'changing', 'among', 'need'],
  number: ['several'],
  course: ['flow'],
  seen: ['flow'],
}

// Nearly the same people, were all suggested pairs one: another look at the same figure.
const isNearly = ({ by }: Table) => by.includes('joined')
const nearly = (mark: string): [string, string] =>
  mark === 'joined_several'
    ? ['several', 'yes']
    : ['agencies', mark.replace('joined_agencies_', '')]

/** What a cell asks of each variable; null where no block can say it. */
function conditionsOf({ table, keys }: RuledCell): [string, string][] | null {
  if (table.key === 'needs') {
    const [need = '', answer = ''] = keys
    return combined.some((one) => one === need) && answer === 'current' ? [['need', need]] : null
  }
  if (isNearly(table)) return [nearly(keys[0] ?? '')]
  const names = [...(table.area === 'ward' ? ['ward'] : []), ...table.by]
  return names
    .map((name, at): [string, string] => [name, keys[at] ?? TOTAL])
    .filter(([, key]) => key !== TOTAL)
}

/** The atoms of a cell in a block; null where the block cannot say it. */
function atomsFor(block: Block, cell: RuledCell): number[] | null {
  const conditions = conditionsOf(cell)
  if (conditions === null) return null
  // Who was referred is asked of those alone: a block of everybody says nothing of them.
  const asks = block.axes.find(({ key }) => key === 'course' || key === 'seen')?.key
  const isOfReferred = cell.table.by.includes('flow')
  if ((asks !== undefined) !== isOfReferred) return null
  const mark = cell.keys.at(-1) ?? ''
  if (isOfReferred && mark !== 'referred' && (asks === 'seen') !== mark.startsWith('seen_'))
    return null
  const said = block.axes.flatMap(({ key }) => [key, ...(saidBy[key] ?? [])])
  if (!conditions.every(([variable]) => said.includes(variable))) return null
  return atomsOf(block, (axis, category) =>
    conditions.every(([variable, key]) => belongs(axis, category, variable, key) ?? true),
  )
}

const nameOf = ({ table, keys }: RuledCell) => `${table.key}: ${keys.join(', ') || 'everybody'}`

/**
 * Plays the reader against everything that would be published, block by block: refuses where a
 * small count can be proved or a figure estimated too well. A set of people that several tables
 * show is entered once, since its figure is the same. Other needs than the six, and what is so of
 * some people, stand in one table of their own each, where nothing can be taken from anything.
 *
 * @param waiting people with a record that may be of somebody else counted
 * @throws NoProof when the solver gives no answer
 */
export async function auditCells(
  cells: readonly RuledCell[],
  wards: readonly string[],
  { D, V }: PerturbationParameters,
  waiting: number,
): Promise<AuditReport> {
  const reports: AuditReport[] = []
  for (const block of blocksFor(wards)) {
    const known = new Map<string, { name: string; cell: KnownCell }>()
    const targets = new Map<string, Target>()
    for (const one of cells) {
      const atoms = atomsFor(block, one)
      if (atoms === null) continue
      const near = isNearly(one.table)
      const set = `${near ? 'nearly ' : ''}${atoms.join()}`
      if (!near) targets.set(set, { name: nameOf(one), atoms, trueCount: one.people })
      if (one.value === null) continue
      const { low, high } = knownOf(one.value, D, one.repeated)
      const slack = near ? waiting : 0
      const cell = { atoms, low: Math.max(0, low - slack), high: high + slack }
      known.set(set, { name: nameOf(one), cell })
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
