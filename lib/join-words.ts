const list = new Intl.ListFormat('en-GB')

/** Words in a row as they stand in a sentence: `a`, `a and b`, `a, b and c`. */
export const joinWords = (words: readonly string[]): string => list.format(words)
