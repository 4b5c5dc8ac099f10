/**
 * A cross of variables. People who are counted alike by all of them are an atom: the unknowns that
 * a reader solves for.
 */
export type Block = {
  name: string
  /** Each variable with its answers; an atom is one of each. */
  axes: readonly { key: string; categories: readonly string[] }[]
}

/**
 * The places of a cell's atoms in its block: those that `holds` for every axis. Atoms are numbered
 * with the last axis running fastest.
 */
export function atomsOf(
  { axes }: Block,
  holds: (axis: string, category: string) => boolean,
): number[] {
  return axes.reduce<number[]>(
    (places, { key, categories }) =>
      places.flatMap((place) =>
        categories.flatMap((category, at) =>
          holds(key, category) ? [place * categories.length + at] : [],
        ),
      ),
    [0],
  )
}

/** How many atoms there are in a block. */
export const atomsIn = ({ axes }: Block): number =>
  axes.reduce((product, { categories }) => product * categories.length, 1)
