/**
 * Six shades of the one green, rising. `dark` ones carry white words, the others ink; every pair
 * passes 4.5:1 on a white card.
 */
export const shades = [
  { fill: 'fill-act', opacity: 0.06, dark: false },
  { fill: 'fill-act', opacity: 0.18, dark: false },
  { fill: 'fill-act', opacity: 0.36, dark: false },
  { fill: 'fill-act', opacity: 0.5, dark: false },
  { fill: 'fill-act', opacity: 0.9, dark: true },
  { fill: 'fill-act-deep', opacity: 1, dark: true },
]
