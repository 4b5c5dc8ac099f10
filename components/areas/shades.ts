import { areaShades } from '@/lib/areas/shades'

const fills = { act: 'fill-act', 'act-deep': 'fill-act-deep' } as const

/** The six shades of a map, as classes of the theme. */
export const shades = areaShades.map(({ paint, opacity, dark }) => ({
  fill: fills[paint],
  opacity,
  dark,
}))
