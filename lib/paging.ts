/** The part of an address that says where a page of a list begins: by name, ids and days only. */
export type Place = Readonly<Record<string, string>>

type Asked = Readonly<Record<string, unknown>>

type List = {
  /** The list's own address. */
  path: string
  /** What else its address says: the filters. */
  filters?: Place
  /** Where on the page it stands: `#rows`. */
  anchor?: string
  /** The names that a place in it has. */
  place: readonly string[]
  /** The page's address as it was asked for. */
  asked: Asked
  /** Where the next page begins; null on the last. */
  next: Place | null
}

// Where the pages before began, the first of them left empty: `,id,id`.
const EARLIER = 'earlier'
const between = ','
const within = '~'
const most = 60

const textIn = (asked: Asked, name: string): string => {
  const value = asked[name]
  return typeof value === 'string' ? value : ''
}

/** The places of the pages before, from the address; none when it is not one of ours. */
function earlierIn(asked: Asked): string[] {
  const text = textIn(asked, EARLIER)
  return /^[\w:.+,~-]{0,6000}$/.test(text) && EARLIER in asked ? text.split(between) : []
}

/**
 * The addresses of the page before and the next one. Lists are read from a key and not from a
 * position, so the address carries where the pages before began: *Previous* is the page before.
 */
export function pagesOf({ path, filters = {}, anchor = '', place, asked, next }: List) {
  const earlier = earlierIn(asked)
  const here = place.map((name) => textIn(asked, name))
  const isFirst = here.every((part) => part === '')
  const address = (at: readonly string[], before: readonly string[]) => {
    const parts = place.map((name, index) => [name, at[index] ?? ''])
    const search = new URLSearchParams([
      ...Object.entries(filters),
      ...parts.filter(([, value]) => value !== ''),
      ...(before.length > 0 ? [[EARLIER, before.join(between)]] : []),
    ]).toString()
    return (search ? `${path}?${search}` : path) + anchor
  }
  return {
    previous: isFirst
      ? undefined
      : address((earlier.at(-1) ?? '').split(within), earlier.slice(0, -1)),
    next: next
      ? address(
          place.map((name) => next[name] ?? ''),
          [...earlier, isFirst ? '' : here.join(within)].slice(-most),
        )
      : undefined,
  }
}
