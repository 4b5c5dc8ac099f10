import { TEXT_SIZE, type Drawing, type Paint, type Shape } from './shapes'

/** The colours of `app/theme.css` that figures use; a file has no style sheet beside it. */
export const colours: Readonly<Record<Paint, string>> = {
  ink: '#17202a',
  muted: '#56616d',
  line: '#d8dad6',
  card: '#ffffff',
  paper: '#f6f5f1',
  act: '#0b5c58',
  'act-deep': '#07403d',
  water: '#b9d3e8',
  danger: '#a3211b',
}

const escapeXml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const attributes = (given: Readonly<Record<string, string | number | undefined>>) =>
  Object.entries(given)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : ` ${name}="${escapeXml(typeof value === 'number' ? round(value) : value)}"`,
    )
    .join('')

const round = (n: number) => String(Math.round(n * 100) / 100)

function writeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, fill, opacity } = shape
      return `<rect${attributes({ x, y, width, height, fill: colours[fill], 'fill-opacity': opacity })}/>`
    }
    case 'circle': {
      const { cx, cy, r, fill, opacity } = shape
      return `<circle${attributes({ cx, cy, r, fill: colours[fill], 'fill-opacity': opacity })}/>`
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, width } = shape
      return `<line${attributes({ x1, y1, x2, y2, stroke: colours[stroke], 'stroke-width': width })}/>`
    }
    case 'path': {
      const { d, fill, opacity, stroke, width, dash } = shape
      return `<path${attributes({
        ...{ d, fill: fill ? colours[fill] : 'none', 'fill-opacity': opacity },
        ...{ stroke: colours[stroke], 'stroke-width': width, 'stroke-linejoin': 'round' },
        'stroke-dasharray': dash,
      })}/>`
    }
    case 'text': {
      const { x, y, text, anchor, fill, bold, halo } = shape
      const given = {
        ...{ x, y, 'text-anchor': anchor, fill: colours[fill] },
        'font-weight': bold ? '700' : undefined,
        ...(halo ? { stroke: colours.card, 'stroke-width': 4, 'paint-order': 'stroke' } : {}),
      }
      return `<text${attributes(given)}>${escapeXml(text)}</text>`
    }
  }
}

/**
 * A picture as a file that stands alone: its title and how to quote it inside, no script, no style
 * sheet, nothing fetched. `words` stand under the picture, a line each.
 */
export function writeSvg(drawing: Drawing, title: string, words: readonly string[]): string {
  const [head, line] = [30, 18]
  const height = head + drawing.height + 12 + words.length * line + 8
  const { width } = drawing
  const under = words.map((text, at): Shape => ({
    ...{ kind: 'text', x: 0, y: head + drawing.height + 24 + at * line, text },
    ...{ anchor: 'start', fill: 'muted' },
  }))
  const text = (shapes: readonly Shape[]) => shapes.map(writeShape).join('\n')
  const heading: Shape = {
    kind: 'text',
    x: 0,
    y: 18,
    text: title,
    anchor: 'start',
    fill: 'ink',
    bold: true,
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -8 ${width + 24} ${round(height + 16)}" ` +
      `width="${width + 24}" height="${round(height + 16)}" font-family="sans-serif" ` +
      `font-size="${TEXT_SIZE}" role="img" lang="en-GB">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(words.join(' '))}</desc>`,
    `<rect x="-12" y="-8" width="${width + 24}" height="${round(height + 16)}" fill="${colours.card}"/>`,
    text([heading]),
    `<g transform="translate(0 ${head})">`,
    text(drawing.shapes),
    '</g>',
    text(under),
    '</svg>',
    '',
  ].join('\n')
}
