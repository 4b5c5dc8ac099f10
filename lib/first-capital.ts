/** Words as they stand at the beginning of a line: `another service` → `Another service`. */
export const firstCapital = (words: string): string =>
  words.charAt(0).toUpperCase() + words.slice(1)
