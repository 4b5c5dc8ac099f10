import { TOTAL } from '../programme'
import type { Profile } from '../rules/protection-profiles'
import { showCount } from '../shown'
import type { TableRow, TableView } from '../table-view'
import { breakLines, TEXT_SIZE, type Drawing, type Shape } from './shapes'

const [WIDTH, LABEL, LINE, BAR, NUMBER] = [660, 176, 17, 14, 58]

type Grid = { most: number; step: number; profile: Profile; view: TableView }

/**
 * A declared table as bars, one a cell, all to one scale; margins are figures without a bar, since
 * a bar of everybody would make all others short.
 */
export function drawBars(view: TableView, profile: Profile): Drawing {
  const isPart = (at: number) => view.columns.length === 1 || view.columns[at]?.key !== TOTAL
  const parts = view.rows
    .filter(({ key }) => key !== TOTAL)
    .flatMap(({ values }) => values.filter((_, at) => isPart(at)))
  const grid = {
    ...{ view, profile, most: Math.max(1, ...parts.map((value) => value ?? 0)) },
    step: (WIDTH - LABEL) / view.columns.length,
  }
  const shapes: Shape[] = []
  let y = 0
  if (view.columns.length > 1) {
    const heads = view.columns.map(({ label }) => breakLines(label, Math.floor(grid.step / 7.4)))
    y = Math.max(...heads.map(({ length }) => length)) * LINE + 8
    shapes.push(...heads.flatMap((lines, at) => drawLines(lines, LABEL + at * grid.step, 14)))
  }
  for (const row of view.rows) {
    const lines = breakLines(row.label, 24)
    shapes.push({ kind: 'line', x1: 0, x2: WIDTH, y1: y, y2: y, stroke: 'line', width: 1 })
    shapes.push(...drawLines(lines, 0, y + 21, row.key === TOTAL))
    shapes.push(...drawCells(grid, row, y + 9))
    y += Math.max(34, lines.length * LINE + 14)
  }
  return { width: WIDTH, height: y + 2, shapes }
}

const drawLines = (lines: readonly string[], x: number, y: number, bold = false): Shape[] =>
  lines.map((text, at) => ({
    ...{ kind: 'text', x, y: y + at * LINE, text, anchor: 'start', fill: 'ink', bold },
  }))

const drawCells = ({ most, step, profile, view }: Grid, row: TableRow, y: number): Shape[] =>
  view.columns.flatMap(({ key }, at): Shape[] => {
    const x = LABEL + at * step
    const value = row.values[at] ?? null
    const isMargin = row.key === TOTAL || (key === TOTAL && view.columns.length > 1)
    const length = isMargin ? 0 : ((value ?? 0) / most) * (step - NUMBER)
    const bar: Shape[] =
      length > 0 ? [{ kind: 'rect', x, y, width: length, height: BAR, fill: 'act' }] : []
    return [
      ...bar,
      {
        ...{ kind: 'text', x: x + (length > 0 ? length + 5 : 0), y: y + TEXT_SIZE - 1.5 },
        ...{ text: showCount(value, profile).text, anchor: 'start', bold: isMargin },
        fill: value === null ? 'muted' : 'ink',
      },
    ]
  })
