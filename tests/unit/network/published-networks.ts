import type { Link } from '@/lib/network/rules/build-network'

/** `a: b c` for each node that comes first: links as text, one node a line. */
function linksIn(text: string): Link[] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [from = '', others = ''] = line.trim().split(': ')
      return others.split(' ').map((to) => ({ from, to }))
    })
}

/**
 * Zachary, An information flow model for conflict and fission in small groups, Journal of
 * Anthropological Research 33 (1977): 34 members by number, 78 links.
 */
export const karateClub = linksIn(`
  1: 2 3 4 5 6 7 8 9 11 12 13 14 18 20 22 32
  2: 3 4 8 14 18 20 22 31
  3: 4 8 9 10 14 28 29 33
  4: 8 13 14
  5: 7 11
  6: 7 11 17
  7: 17
  9: 31 33 34
  10: 34
  14: 34
  15: 33 34
  16: 33 34
  19: 33 34
  20: 34
  21: 33 34
  23: 33 34
  24: 26 28 30 33 34
  25: 26 28 32
  26: 32
  27: 30 34
  28: 34
  29: 32 34
  30: 33 34
  31: 33 34
  32: 33 34
  33: 34`)

/**
 * Krackhardt, Assessing the political landscape, Administrative Science Quarterly 35 (1990): ten
 * nodes in the shape of a kite with a tail.
 */
export const kite = linksIn(`
  Andre: Beverly Carol Diane Fernando
  Beverly: Diane Ed Garth
  Carol: Diane Fernando
  Diane: Ed Fernando Garth
  Ed: Garth
  Fernando: Garth Heather
  Garth: Heather
  Heather: Ike
  Ike: Jane`)

/**
 * Marriages of Florentine families, Padgett and Ansell, Robust action and the rise of the Medici,
 * American Journal of Sociology 98 (1993), as in Wasserman and Faust 1994. A sixteenth, the Pucci,
 * married into none of these.
 */
export const florentine = linksIn(`
  Acciaiuoli: Medici
  Albizzi: Ginori Guadagni Medici
  Barbadori: Castellani Medici
  Bischeri: Guadagni Peruzzi Strozzi
  Castellani: Peruzzi Strozzi
  Guadagni: Lamberteschi Tornabuoni
  Medici: Ridolfi Salviati Tornabuoni
  Pazzi: Salviati
  Peruzzi: Strozzi
  Ridolfi: Strozzi Tornabuoni`)

/** A square grid: each node linked to the next in its row and in its column. */
export function grid(side: number): Link[] {
  const at = (row: number, column: number) => `${row}/${column}`
  const places = Array.from({ length: side }, (_, place) => place)
  return places.flatMap((row) =>
    places.flatMap((column) => [
      ...(row + 1 < side ? [{ from: at(row, column), to: at(row + 1, column) }] : []),
      ...(column + 1 < side ? [{ from: at(row, column), to: at(row, column + 1) }] : []),
    ]),
  )
}
