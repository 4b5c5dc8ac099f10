import type { CsvRow } from './csv'
import { referenceColumn } from './mapping'
import type { Mapping } from './mapping'
import type { Problem } from './problems'

/** What reports write below their rows: sums, and who printed them and when. */
const FOOTERS: readonly RegExp[] = [
  /^(?:grand |sub|overall |column |page )?-?\s*totals?\b(?! \p{L}+ll)/iu,
  /^(?:sum|count|average|mean)(?:\s*(?:of\b.*|:.*|=.*))?$/i,
  /^(?:(?:total|no\.?|number|count) of |#\s*)?(?:records?|rows?|clients?|people|patients|cases)\b/i,
  /^\d+ (?:records?|rows?|clients?|people|patients|cases|results?)\b/i,
  /^(?:report )?(?:printed|produced|generated|exported|extracted|created|run|downloaded)\b/i,
  /^(?:report|print(?:ed)? (?:date|by)|run (?:date|by)|end of|data as (?:at|of)|as at|source:)/i,
  /^(?:page \d+|official|confidential|copyright|©|\*\*\*|---|___|===)/i,
]

const isFooter = (text: string) => FOOTERS.some((pattern) => pattern.test(text))

/** Whether the first cell that is filled says so, in a row of which most is empty. */
function saysFirst(cells: readonly string[], width: number): boolean {
  const [first, ...more] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const sparse = more.length < Math.max(1, Math.floor(width / 2))
  return first !== undefined && sparse && isFooter(first)
}

/**
 * Why a row is no person but a line below the rows of a report; null for any other. It says so
 * where the agency's own number should stand, or it says so first and most of the row is empty.
 */
export function footerProblem(
  { line, cells }: CsvRow,
  header: readonly string[],
  mapping: Mapping,
): Problem | null {
  const at = referenceColumn(mapping)
  const own = (cells[at] ?? '').trim()
  if (own === '' ? !saysFirst(cells, header.length) : !isFooter(own)) return null
  const message = 'This looks like a total or another line below the rows, not like a person.'
  return { line, column: header[at] ?? null, message }
}
