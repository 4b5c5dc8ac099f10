const SIGNS = [',', ';', '\t', '|']

const count = (line: string, sign: string) =>
  line.replace(/"(?:[^"]|"")*"/g, '').split(sign).length - 1

/** The sign that a first line `sep=;` names, as Excel writes and reads it; null without one. */
export const namedDelimiter = (text: string): string | null =>
  /^\s*"?sep=([,;\t|])"?[,;\t|]*(?:\n|$)/i.exec(text.slice(0, 40))?.[1] ?? null

/**
 * The sign between cells: of those in the first line, the one that most lines hold as often. Where
 * fewer than half do, the first line is a title, and the sign is the one that most lines agree on.
 */
export function sniffDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/, 30)
    .filter((line) => line.trim() !== '')
  const score = (sign: string, times: number) => {
    const same = lines.filter((line) => count(line, sign) === times).length
    return { sign, same, score: times === 0 ? 0 : same * 1000 + times }
  }
  const best = (all: { sign: string; same: number; score: number }[]) =>
    all.reduce((top, one) => (one.score > top.score ? one : top))
  const first = best(SIGNS.map((sign) => score(sign, count(lines[0] ?? '', sign))))
  if (first.score > 0 && first.same * 2 >= lines.length) return first.sign
  const any = SIGNS.flatMap((sign) => lines.map((line) => score(sign, count(line, sign))))
  return any.length === 0 ? ',' : best(any).sign
}
