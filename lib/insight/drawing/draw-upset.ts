import type { Profile } from '../rules/protection-profiles'
import { showCount } from '../shown'
import { upsetNeeds, type Combination } from '../upset'
import type { Drawing, Shape } from './shapes'

type Shown = Combination & { value: number }
type Layout = { width: number; left: number; row: number; dotAt: number; bar: number }

/** With the names of needs to the left, and with them above their dots, for a phone. */
const layouts = {
  wide: { width: 660, left: 150, row: 30, dotAt: 15, bar: 26 },
  narrow: { width: 344, left: 0, row: 44, dotAt: 30, bar: 18 },
} as const satisfies Record<string, Layout>

const COLUMNS = 12
const [TOP, BARS, GAP] = [22, 130, 16]

/** Darker: more of homelessness, substance use and justice; grey: none of them. */
const shadeOf = (core: number) =>
  core === 0
    ? ({ fill: 'muted', opacity: 0.6 } as const)
    : core === 3
      ? ({ fill: 'act-deep' } as const)
      : ({ fill: 'act', opacity: core === 2 ? 0.88 : 0.6 } as const)

/**
 * An UpSet chart of the commonest combinations: a bar for how many people, under it a filled dot
 * for each need of the combination. Each bar bears its figure.
 */
export function drawUpset(
  commonest: readonly Shown[],
  profile: Profile,
  size: keyof typeof layouts,
): Drawing {
  const layout = layouts[size]
  const step = (layout.width - layout.left) / COLUMNS
  const most = Math.max(1, ...commonest.map(({ value }) => value))
  const ground = TOP + BARS
  const places = commonest.slice(0, COLUMNS).map((one, at) => ({
    one,
    x: layout.left + (at + 0.5) * step,
  }))
  const bars = places.flatMap(({ one, x }): Shape[] => {
    const height = (one.value / most) * BARS
    const { text } = showCount(one.value, profile)
    return [
      {
        ...{ kind: 'rect', x: x - layout.bar / 2, y: ground - height, width: layout.bar, height },
        ...shadeOf(one.core),
      },
      { kind: 'text', x, y: ground - height - 6, text, anchor: 'middle', fill: 'ink' },
    ]
  })
  const start = ground + GAP
  return {
    width: layout.width,
    height: start + upsetNeeds.length * layout.row + 4,
    shapes: [
      ...bars,
      ...drawStripes(layout, start),
      ...drawDots(places, layout, start),
      ...drawNames(layout, start),
    ],
  }
}

const groundOf = (at: number) => (at % 2 === 0 ? 'paper' : 'card')

const drawStripes = ({ width, row }: Layout, start: number): Shape[] =>
  upsetNeeds.map((_, at) => ({
    ...{ kind: 'rect', x: 0, y: start + at * row, width, height: row, fill: groundOf(at) },
  }))

/** Names stand on their own ground: on a phone the lines between dots pass behind them. */
const drawNames = ({ left, row, dotAt }: Layout, start: number): Shape[] =>
  upsetNeeds.flatMap(({ label, core }, at): Shape[] => {
    const y = start + at * row
    const words = { kind: 'text', text: label, anchor: 'start', fill: 'ink', bold: core } as const
    if (left > 0) return [{ ...words, x: 8, y: y + dotAt + 4.5 }]
    return [
      {
        kind: 'rect',
        x: 0,
        y: y + 1,
        width: label.length * 7.4 + 8,
        height: 18,
        fill: groundOf(at),
      },
      { ...words, x: 4, y: y + 14 },
    ]
  })

function drawDots(
  places: readonly { one: Shown; x: number }[],
  { row, dotAt }: Layout,
  start: number,
): Shape[] {
  return places.flatMap(({ one, x }): Shape[] => {
    const dots = upsetNeeds.map(({ key }, at) => ({
      y: start + at * row + dotAt,
      isIn: one.needs.includes(key),
    }))
    const held = dots.filter(({ isIn }) => isIn).map(({ y }) => y)
    const [y1, y2] = [held[0] ?? 0, held.at(-1) ?? 0]
    return [
      { kind: 'line', x1: x, x2: x, y1, y2, stroke: 'ink', width: 2 },
      ...dots.map(({ y, isIn }): Shape => ({
        ...{ kind: 'circle', cx: x, cy: y, r: 6, fill: isIn ? 'ink' : 'line' },
      })),
    ]
  })
}
