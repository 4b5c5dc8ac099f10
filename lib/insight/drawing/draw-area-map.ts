import { bandOf, type MapDrawing } from '@/lib/areas/map'
import { areaShades, type AreaFigure, type Limits } from '@/lib/areas/shades'
import type { Drawing, Shape } from './shapes'

const STEPS = [1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750]

/** Five limits at round numbers, even steps apart; the greatest figure is above the third. */
export function limitsFor(figures: readonly { value: number | null }[]): Limits {
  const most = Math.max(0, ...figures.map(({ value }) => value ?? 0))
  const step = STEPS.find((one) => one * 6 > most) ?? Math.ceil(most / 6000) * 1000
  return [step, step * 2, step * 3, step * 4, step * 5]
}

/** The map of a page as a picture that can be handed out: same areas, shades and figures. */
export function drawAreaMap(
  drawing: MapDrawing,
  figures: readonly AreaFigure[],
  limits: Limits,
): Drawing {
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const areas = drawing.areas.map((area) => {
    const figure = byCode.get(area.code)
    const value = figure?.value ?? null
    return { area, figure, shade: value === null ? undefined : areaShades[bandOf(value, limits)] }
  })
  const shapes: Shape[] = [
    ...areas.map(({ area, shade }): Shape => ({
      ...{ kind: 'path', d: area.d, stroke: 'card', width: 1.6 },
      ...(shade ? { fill: shade.paint, opacity: shade.opacity } : { fill: 'line', opacity: 0.5 }),
    })),
    ...drawing.lines.map(({ kind, d }): Shape => ({
      ...{ kind: 'path', d },
      ...(kind === 'river' ? { stroke: 'water', width: 7 } : { stroke: 'card', width: 1.6 }),
    })),
    ...(drawing.outline
      ? [{ kind: 'path', d: drawing.outline, stroke: 'muted', width: 1.2 } as const]
      : []),
    ...areas.map(({ area, figure, shade }): Shape => ({
      ...{
        kind: 'text',
        x: area.x,
        y: area.y + 4.5,
        text: shade ? (figure?.text ?? '') : '',
        anchor: 'middle',
      },
      ...{ fill: shade?.dark ? 'card' : 'ink', bold: true },
    })),
  ]
  return { width: drawing.width, height: drawing.height, shapes }
}
