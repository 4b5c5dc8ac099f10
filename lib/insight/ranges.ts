import { valueAt, type Cells } from './cells'
import { TOTAL } from './programme'

/**
 * A figure by records that are joined, and were every suggested pair of records one person. The
 * truth is between the two, as far as suggestions reach. null: withheld, or not counted both ways.
 */
export type LinkRange =
  | { readonly joined: number; readonly low: number; readonly high: number }
  | { readonly joined: number | null; readonly low: null; readonly high: null }

type Figures = ReadonlyMap<string, Cells>
const none: Cells = new Map()

function rangeOf(figures: Figures, joined: number | null, key: string): LinkRange {
  const cells = figures.get('if_joined') ?? none
  const suggested = cells.size > 0 ? valueAt(cells, key) : null
  if (joined === null || suggested === null) return { joined, low: null, high: null }
  return { joined, low: Math.min(joined, suggested), high: Math.max(joined, suggested) }
}

/** People with two or more needs. */
export function rangeOfSeveral(figures: Figures): LinkRange | null {
  const cells = figures.get('several_by_ward') ?? none
  if (cells.size === 0) return null
  return rangeOf(figures, valueAt(cells, TOTAL, 'yes'), 'joined_several')
}

/** People in touch with so many agencies, `2` to `4` (four or more). */
export function rangeOfAgencies(figures: Figures, agencies: string): LinkRange | null {
  const cells = figures.get('agencies_by_number') ?? none
  if (cells.size === 0) return null
  return rangeOf(figures, valueAt(cells, TOTAL, agencies), `joined_agencies_${agencies}`)
}
