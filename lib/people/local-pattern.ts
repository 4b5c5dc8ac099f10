/**
 * Whether a value fits an agency's own pattern: `A` stands for a letter, `9` for a digit, anything
 * else for itself. Not a regular expression, so that nobody's pattern can stop the server.
 */
export function fitsPattern(pattern: string, value: string): boolean {
  const wanted = [...pattern]
  const given = [...value]
  return (
    wanted.length === given.length &&
    wanted.every((want, i) => {
      const char = given[i] ?? ''
      if (want === 'A') return /[A-Z]/i.test(char)
      return want === '9' ? /\d/.test(char) : want.toUpperCase() === char.toUpperCase()
    })
  )
}
