/** Most answers that one function remembers; then it forgets them all. */
const most = 20_000

/**
 * The same function, which works an answer out once for each text: a file has the same names and
 * days again and again. For functions that ask nothing but their arguments; their answers are
 * shared, so nobody may change one.
 */
export function remembering<R>(work: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = work(text)
    if (known.size >= most) known.clear()
    known.set(text, answer)
    return answer
  }
}

/** The same for each of a few ways in which a text is looked at, such as a kind of name. */
export function rememberingEach<R, W extends string>(
  work: (text: string, way: W) => R,
): (text: string, way: W) => R {
  const ways = new Map<W, (text: string) => R>()
  return (text, way) => {
    let answer = ways.get(way)
    if (!answer) ways.set(way, (answer = remembering((one) => work(one, way))))
    return answer(text)
  }
}
