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

/**
 * Why a row is no person but a line below the rows of a report; null for any other. It says so
 * where the agency's own number should stand, or it says so first and most of the row is empty.
 */
export function footerProblem(
  { line, cells }: CsvRow,
  header: readonly string[],
  mapping: Mapping,
): Problem | null {
  const says = (text: string) => FOOTERS.some((pattern) => pattern.test(text.trim()))
  const filled = cells.filter((cell) => cell.trim() !== '')
  const at = referenceColumn(mapping)
  const first = filled[0] ?? ''
  const own = cells[at] ?? ''
  const sparse = filled.length <= Math.max(1, Math.floor(header.length / 2))
  if (!says(own) && !(sparse && (own.trim() === '' || own === first) && says(first))) return null
  const message = 'This looks like a total or another line below the rows, not like a person.'
  return { line, column: header[at] ?? null, message }
}
