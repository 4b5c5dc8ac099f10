/** Five limits that part the figures of a map into six shades, rising. */
export type Limits = readonly [number, number, number, number, number]

/**
 * A figure for one area. `text` is what is shown: protected figures are words, such as 0 to 4.
 * `value` null: withheld; the area is hatched, and the words stand in the table.
 */
export type AreaFigure = { code: string; value: number | null; text: string }

/**
 * Six shades of the one green, rising. `dark` ones carry white words, the others ink; every pair
 * passes 4.5:1 on a white card.
 */
export const areaShades = [
  { paint: 'act', opacity: 0.07, dark: false },
  { paint: 'act', opacity: 0.2, dark: false },
  { paint: 'act', opacity: 0.38, dark: false },
  { paint: 'act', opacity: 0.6, dark: false },
  { paint: 'act', opacity: 0.88, dark: true },
  { paint: 'act-deep', opacity: 1, dark: true },
] as const
