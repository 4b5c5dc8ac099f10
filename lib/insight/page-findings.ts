import { valueAt, type Cells } from './cells'
import { findCommonest, findIn, findWards } from './findings'
import { sayAmong } from './findings-of-marks'
import { programme, tableOf, TOTAL, type Table } from './programme'
import type { Profile } from './rules/protection-profiles'
import { layTable, type AreaName } from './table-view'
import { listCombinations } from './upset'

const none: Cells = new Map()

// These have a chart of their own.
const drawn = new Set(['combinations', 'several_by_ward'])

/** What the page of findings says, from all figures of one publication. Pure. */
export function readFindings(
  figures: ReadonlyMap<string, Cells>,
  areas: readonly AreaName[],
  profile: Profile,
) {
  const all = listCombinations(figures.get('combinations') ?? none)
  const people = valueAt(figures.get('people') ?? none, TOTAL)
  const viewOf = (table: Table) => layTable(table, figures.get(table.key) ?? none, areas)
  const wards = viewOf(declared('several_by_ward'))
  return {
    headline: sayAmong(viewOf(declared('among_several')), profile),
    combinations: { title: findCommonest(all, profile), all },
    wards: {
      title: findWards(wards, 'yes', 'people with two or more needs', profile),
      view: wards,
    },
    others: programme.tables
      .filter(({ key }) => !drawn.has(key) && (figures.get(key)?.size ?? 0) > 0)
      .map((table) => ({
        key: table.key,
        title: findIn(viewOf(table), all, people, profile),
      })),
  }
}

/** A table by its key. @throws RangeError for one that was never declared */
function declared(key: string): Table {
  const table = tableOf(key)
  if (!table) throw new RangeError(`The programme has no table ${key}.`)
  return table
}
