import {
  breakLines,
  TEXT_SIZE,
  type Drawing,
  type Paint,
  type Shape,
} from '@/lib/insight/drawing/shapes'
import { inColumns, type Spot } from './rules/lay-out'
import type { DeclaredLink } from './rules/what-if'

/** What is drawn of an institution; `across` and `down` null: nobody has placed it. */
export type Drawn = {
  id: string
  name: string
  sector: string | null
  across: number | null
  down: number | null
}

const SHEET = { width: 1000, height: 800, across: 70, down: 36 } as const
const SIZE = 8

type At = { x: number; y: number }

const atOf = ({ across, down }: Spot): At => ({
  x: Math.round(SHEET.across + (across / 1000) * (SHEET.width - 2 * SHEET.across)),
  y: Math.round(SHEET.down + (down / 1000) * (SHEET.height - 2 * SHEET.down - 20)),
})

/** Where each stands: where the curator put it, else in the column of its sector. */
export function spotsOf(given: readonly Drawn[]): Map<string, Spot> {
  const columns = inColumns(given.filter(({ across }) => across === null))
  return new Map(
    given.map(({ id, across, down }): [string, Spot] => [
      id,
      across === null || down === null
        ? (columns.get(id) ?? { across: 500, down: 500 })
        : { across, down },
    ]),
  )
}

const circle = ({ x, y }: At, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`

/** Public a square, private a diamond, social a circle, informal a dashed circle. */
function outlineOf(sector: string | null, at: At, r: number): { d: string; dash?: string } {
  const { x, y } = at
  if (sector === 'public') return { d: `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}Z` }
  if (sector === 'private') {
    const w = r + 2
    return { d: `M${x} ${y - w}L${x + w} ${y}L${x} ${y + w}L${x - w} ${y}Z` }
  }
  if (sector === 'social') return { d: circle(at, r) }
  return { d: circle(at, r), dash: sector === 'informal' ? '3 3' : '1 3' }
}

/** The shape of a sector at points of a map, in one path however many they are. */
export function marksOf(sector: string | null, points: readonly At[], r: number): Shape[] {
  const [first] = points
  if (!first) return []
  const d = points.map((at) => outlineOf(sector, at, r).d).join('')
  return [
    {
      ...{ kind: 'path', ...outlineOf(sector, first, r), d, fill: 'card', opacity: 1 },
      ...{ stroke: 'ink', width: 1.8 },
    },
  ]
}

function mark(one: Drawn, at: At, paint: Paint, isChosen: boolean): Shape[] {
  const lines = breakLines(one.name, 18)
  const r = isChosen ? SIZE + 5 : SIZE
  return [
    {
      ...{ kind: 'path', ...outlineOf(one.sector, at, r), fill: 'card', opacity: 1 },
      ...{ stroke: paint, width: isChosen ? 3 : 1.8 },
    },
    ...lines.map((text, line): Shape => ({
      ...{ kind: 'text', x: at.x, y: at.y + r + 14 + line * (TEXT_SIZE + 1.5), text },
      ...{ anchor: 'middle', fill: paint, bold: isChosen || paint === 'danger', halo: true },
    })),
  ]
}

/** A head on a line, a little before its end. */
function headOf(from: At, to: At): string {
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [ux, uy] = [(to.x - from.x) / far, (to.y - from.y) / far]
  const [tx, ty] = [to.x - ux * (SIZE + 4), to.y - uy * (SIZE + 4)]
  const side = (turn: number) =>
    `${(tx - ux * 10 - turn * uy * 5).toFixed(1)} ${(ty - uy * 10 + turn * ux * 5).toFixed(1)}`
  return `M${tx.toFixed(1)} ${ty.toFixed(1)}L${side(1)}L${side(-1)}Z`
}

const WIDTHS = [1, 1.6, 2.8] as const

type Lines = { red: boolean; strength: number; d: string }

/** One line a pair, as strong as the strongest of its links, in as few paths as there are looks. */
function linesOf(
  links: readonly DeclaredLink[],
  spots: ReadonlyMap<string, At>,
  chosen: string | null,
): Lines[] {
  const strongest = new Map<string, DeclaredLink>()
  for (const link of links) {
    const key = link.from < link.to ? `${link.from} ${link.to}` : `${link.to} ${link.from}`
    if ((strongest.get(key)?.strength ?? 0) < link.strength) strongest.set(key, link)
  }
  const looks = new Map<string, Lines>()
  for (const { from, to, strength } of strongest.values()) {
    const [a, b] = [spots.get(from), spots.get(to)]
    if (!a || !b) continue
    const red = from === chosen || to === chosen
    const look = looks.get(`${red} ${strength}`) ?? { red, strength, d: '' }
    look.d += `M${a.x} ${a.y}L${b.x} ${b.y}`
    looks.set(`${red} ${strength}`, look)
  }
  return [...looks.values()].sort(
    (a, b) => Number(a.red) - Number(b.red) || a.strength - b.strength,
  )
}

/**
 * The network as a picture: dashed, since every link of it is somebody's word. With one chosen,
 * what goes with it is red, with heads on its links. One line for each pair of institutions.
 *
 * @param cutOff those that only the chosen one is linked to
 */
export function drawNetwork(
  given: readonly Drawn[],
  links: readonly DeclaredLink[],
  chosen: string | null = null,
  cutOff: ReadonlySet<string> = new Set(),
): Drawing {
  const spots = new Map([...spotsOf(given)].map(([id, spot]) => [id, atOf(spot)]))
  const heads = links
    .filter(({ from, to }) => from === chosen || to === chosen)
    .map(({ from, to }) => {
      const [a, b] = [spots.get(from), spots.get(to)]
      return a && b ? headOf(a, b) : ''
    })
  const shapes: Shape[] = [
    ...linesOf(links, spots, chosen).map(({ red, strength, d }): Shape => ({
      ...{ kind: 'path', d, stroke: red ? 'danger' : 'act', dash: '6 4' },
      width: WIDTHS[strength - 1] ?? 1,
    })),
    ...(heads.length > 0
      ? [{ kind: 'path', d: heads.join(''), fill: 'danger', stroke: 'danger', width: 1 } as const]
      : []),
    ...given.flatMap((one) => {
      const at = spots.get(one.id)
      const isRed = one.id === chosen || cutOff.has(one.id)
      return at ? mark(one, at, isRed ? 'danger' : 'ink', one.id === chosen) : []
    }),
  ]
  return { width: SHEET.width, height: SHEET.height, shapes }
}
