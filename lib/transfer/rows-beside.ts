import { referenceColumn, type Mapping } from './mapping'
import type { Problem } from './problems'
import type { NumberedRow } from './shared-numbers'

/**
 * The rows of one feed that speak of the same person and team: two workers side by side, or an
 * earlier spell and the one now. What one of them leaves unsaid may stand in the other, so neither
 * takes anything back.
 */
export class RowsBeside {
  private readonly lines = new Map<string, { line: number; open: boolean }[]>()
  private readonly keys = new Map<number, string>()

  constructor(mapping: Mapping, rows: readonly NumberedRow[]) {
    const { columns } = mapping
    const places = [referenceColumn(mapping), columns.indexOf('team'), columns.indexOf('until')]
    for (const { line, cells } of rows) {
      const [ref = '', team = '', until = ''] = places.map((at) => (cells[at] ?? '').trim())
      if (ref === '') continue
      const key = JSON.stringify([ref, team.toLowerCase()])
      this.keys.set(line, key)
      this.lines.set(key, [...(this.lines.get(key) ?? []), { line, open: until === '' }])
    }
  }

  /** `together`: `open` when another row about them has no end, `ended` when all of them have. */
  of(line: number): { together: 'open' | 'ended' | null; warnings: Problem[] } {
    const all = this.lines.get(this.keys.get(line) ?? '') ?? []
    const others = all.filter((other) => other.line !== line)
    const [first] = others
    if (!first) return { together: null, warnings: [] }
    const open = others.some((other) => other.open)
    const bothOpen = open && all.some((one) => one.line === line && one.open)
    const message = `Line ${first.line} is about the same person and team. Both are kept.`
    const warnings = bothOpen ? [{ line, column: null, message }] : []
    return { together: open ? 'open' : 'ended', warnings }
  }
}
