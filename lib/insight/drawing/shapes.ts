/** Colours of the theme that a figure is drawn with; `app/theme.css` has what they are. */
export type Paint =
  'ink' | 'muted' | 'line' | 'card' | 'paper' | 'act' | 'act-deep' | 'water' | 'danger'

type Ground = { fill: Paint; opacity?: number }

/** One part of a picture; lengths in the picture's own units. */
export type Shape =
  | ({ kind: 'rect'; x: number; y: number; width: number; height: number } & Ground)
  | ({ kind: 'circle'; cx: number; cy: number; r: number } & Ground)
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: Paint; width: number }
  | {
      kind: 'path'
      d: string
      fill?: Paint
      opacity?: number
      stroke: Paint
      width: number
      /** Lengths of strokes and gaps, as SVG has them. */
      dash?: string
    }
  | {
      kind: 'text'
      x: number
      y: number
      text: string
      anchor: 'start' | 'middle' | 'end'
      fill: Paint
      bold?: boolean
      /** Drawn over lines: with a card-coloured edge, so that it can be read. */
      halo?: boolean
    }

/** A picture of published figures: shown on a page, and written as a file. */
export type Drawing = { width: number; height: number; shapes: readonly Shape[] }

/** Height of the letters of every text, in the picture's units. */
export const TEXT_SIZE = 13.5

/** Words broken into lines of at most so many letters; a longer word stands alone. */
export function breakLines(words: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}
