/**
 * Six shades of the one green, rising. `dark` ones carry white words, the others ink; every pair
 * passes 4.5:1 on a white card.
 */
export const shades = [
  { fill: 'fill-act', opacity: 0.07, dark: false },
  { fill: 'fill-act', opacity: 0.2, dark: false },
  { fill: 'fill-act', opacity: 0.38, dark: false },
  { fill: 'fill-act', opacity: 0.6, dark: false },
  { fill: 'fill-act', opacity: 0.88, dark: true },
  { fill: 'fill-act-deep', opacity: 1, dark: true },
]
