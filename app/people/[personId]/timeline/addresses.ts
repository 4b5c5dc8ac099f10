import { shownOf, type TimelineAsk } from '@/lib/contacts/timeline'

/** What of a timeline's address filters and draws it: where in it one is stands beside. */
type Filters = Pick<TimelineAsk, 'show' | 'view' | 'kind' | 'agency' | 'major'>
export type Asked = Readonly<Record<string, string | string[] | undefined>>

/** The filters in force, as an address has them. A kind and a turning point are of contacts. */
export function filtersOf(ask: Filters): Record<string, string> {
  const { show, view, kind, agency, major } = ask
  const ofContacts = shownOf(ask) === 'changes' ? {} : { kind, major }
  const all = { show, view, agency, ...ofContacts }
  return Object.fromEntries(
    Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}

const places = ['month', 'day', 'after', 'part', 'earlier'] as const

/** The same place in the list, with other filters: one looks at what one looked at otherwise. */
export function addressWith(here: string, filters: Filters, asked: Asked): string {
  const search = new URLSearchParams(filtersOf(filters))
  for (const name of places) {
    const value = asked[name]
    if (typeof value === 'string' && value) search.set(name, value)
  }
  return addressOf(here, search, '#happened')
}

/** The list from the end of a month back, with the same filters; from its beginning without one. */
export function addressAt(here: string, filters: Filters, month: string | null, anchor: string) {
  const search = new URLSearchParams(filtersOf(filters))
  if (month) search.set('month', month)
  return addressOf(here, search, anchor)
}

const addressOf = (here: string, search: URLSearchParams, anchor: string) =>
  `${here}${search.size > 0 ? `?${search.toString()}` : ''}${anchor}`
