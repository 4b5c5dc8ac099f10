import type { Network } from './build-network'

/** Where something stands on the sheet, from 0 to 1000 across and down. */
export type Spot = { across: number; down: number }

/** Names are wider than high: two that are this near would be written over each other. */
const ROOM = { across: 118, down: 62 } as const
const EDGE = 50

/** The same for the same network, everywhere: made of the place of each node, never by chance. */
function startOf(at: number, count: number): [number, number] {
  const angle = at * 2.399963229728653
  const far = 420 * Math.sqrt((at + 0.5) / Math.max(1, count))
  return [500 + far * Math.cos(angle), 500 + far * Math.sin(angle)]
}

type Point = [number, number]

function pushApart(points: Point[], moves: Point[], strength: number): void {
  for (const [i, a] of points.entries()) {
    for (let j = i + 1; j < points.length; j += 1) {
      const [b, moveA, moveB] = [points[j], moves[i], moves[j]]
      if (!b || !moveA || !moveB) continue
      const [dx, dy] = [a[0] - b[0] || 0.01, a[1] - b[1] || 0.01]
      const push = strength / (dx * dx + dy * dy)
      moveA[0] += dx * push
      moveA[1] += dy * push
      moveB[0] -= dx * push
      moveB[1] -= dy * push
    }
  }
}

function pullTogether({ neighbours }: Network, points: Point[], moves: Point[], near: number) {
  for (const [i, others] of neighbours.entries()) {
    for (const j of others) {
      const [a, b, move] = [points[i], points[j], moves[i]]
      if (!a || !b || !move) continue
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
      const pull = Math.hypot(dx, dy) / near
      move[0] += dx * pull * 0.5
      move[1] += dy * pull * 0.5
    }
  }
}

/** Names that lie over each other are moved apart, a little at a time. */
function makeRoom(points: Point[]): void {
  for (let turn = 0; turn < 120; turn += 1) {
    for (const [i, a] of points.entries()) {
      for (const b of points.slice(i + 1)) {
        const [dx, dy] = [a[0] - b[0], a[1] - b[1]]
        const [overX, overY] = [ROOM.across - Math.abs(dx), ROOM.down - Math.abs(dy)]
        if (overX <= 0 || overY <= 0) continue
        const along = overX / ROOM.across < overY / ROOM.down ? 0 : 1
        const step = ((along === 0 ? overX : overY) / 3) * ((along === 0 ? dx : dy) < 0 ? -1 : 1)
        a[along] += step
        b[along] -= step
      }
    }
    for (const point of points) {
      point[0] = Math.min(1000 - EDGE, Math.max(EDGE, point[0]))
      point[1] = Math.min(1000 - EDGE, Math.max(EDGE, point[1]))
    }
  }
}

/**
 * Spreads what crowds in the middle over the sheet: where each stands in the order counts for more
 * than how far apart they are. Those linked to nobody stand in a row at the foot.
 */
function spread({ neighbours }: Network, points: Point[]): void {
  const linked = points.filter((_, at) => (neighbours[at]?.length ?? 0) > 0)
  const alone = points.filter((_, at) => (neighbours[at]?.length ?? 0) === 0)
  for (const at of [0, 1] as const) {
    const order = [...linked].sort((a, b) => a[at] - b[at])
    const [low, high] = [order[0]?.[at] ?? 0, order.at(-1)?.[at] ?? 0]
    const room = at === 1 && alone.length > 0 ? 900 : 1000
    const shares = order.map(
      (point, rank) =>
        0.3 * ((point[at] - low) / (high - low || 1)) + 0.7 * (rank / (order.length - 1 || 1)),
    )
    for (const [rank, point] of order.entries()) {
      point[at] = EDGE + (shares[rank] ?? 0) * (room - 2 * EDGE)
    }
  }
  for (const [at, point] of alone.entries()) {
    point[0] = EDGE + ((at + 0.5) / alone.length) * (1000 - 2 * EDGE)
    point[1] = 1000 - EDGE
  }
}

/**
 * Lays a network out once, for a curator to move: those linked near each other, names apart
 * (Fruchterman and Reingold, Software: Practice and Experience 21, 1991). The same network is laid
 * out the same each time. Nodes by name.
 */
export function layOut(network: Network): Map<string, Spot> {
  const count = network.names.length
  const points = network.names.map((_, at) => startOf(at, count))
  const near = 900 / Math.sqrt(Math.max(1, count))
  for (let turn = 0; turn < 250; turn += 1) {
    const most = 60 * (1 - turn / 250) + 1
    const moves = points.map((): Point => [0, 0])
    pushApart(points, moves, near * near)
    pullTogether(network, points, moves, near)
    for (const [at, point] of points.entries()) {
      const [mx = 0, my = 0] = moves[at] ?? []
      const [tx, ty] = [mx + (500 - point[0]) * 0.12, my + (500 - point[1]) * 0.12]
      const far = Math.hypot(tx, ty) || 1
      const step = Math.min(most, far) / far
      point[0] += tx * step
      point[1] += ty * step
    }
  }
  spread(network, points)
  makeRoom(points)
  return new Map(
    network.names.map((name, at) => {
      const [across = 500, down = 500] = points[at] ?? []
      return [name, { across: Math.round(across), down: Math.round(down) }]
    }),
  )
}

const SECTORS = ['public', 'social', 'informal', 'private'] as const

/**
 * Where those stand that nobody has given a place: in columns by sector, one under another, so that
 * a new one is found without laying the sheet out anew.
 */
export function inColumns(
  given: readonly { id: string; sector: string | null }[],
): Map<string, Spot> {
  const columns = [...SECTORS, null].map((sector) =>
    given.filter((each) => (SECTORS.find((one) => one === each.sector) ?? null) === sector),
  )
  const held = columns.filter((column) => column.length > 0)
  return new Map(
    held.flatMap((column, at) =>
      column.map(({ id }, row): [string, Spot] => [
        id,
        {
          across: Math.round(((at + 0.5) / held.length) * 1000),
          down: Math.round(((row + 0.5) / column.length) * 1000),
        },
      ]),
    ),
  )
}
