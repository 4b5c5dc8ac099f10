const words = 'no one two three four five six seven eight nine ten'.split(' ')

/** A small number as it stands in a sentence: `three`, `no`; above ten in figures. */
export const countInWords = (count: number): string => words[count] ?? String(count)
