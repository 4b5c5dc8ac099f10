import { NEED_MAPPINGS } from '@/lib/code-lists/need-mappings'
import { addMonths, type PlainDate } from '@/lib/dates'

/** May this need be rated by who may give entries about these kinds of information? */
export function mayRate(domain: string, about: readonly { key: string }[]): boolean {
  const category = NEED_MAPPINGS[domain]?.category
  return !category || about.some(({ key }) => key === category)
}

/**
 * Needs that are not called out: in no heading, since a page is read over a shoulder, and without
 * "Ask next time", since whoever asks next may not be alone with the person, or may not be somebody
 * whom it is safe to tell (docs/rules/protecting-people.md). They are rated as the others are.
 */
const quietDomains: readonly string[] = ['domestic_abuse', 'immigration', 'safeguarding']

/** May this need stand in a heading, and may a page prompt whoever reads it to ask? */
export const mayCallOut = (domain: string): boolean => !quietDomains.includes(domain)

/**
 * What is known of one domain for one person: now, in the last five years, not, not known, not
 * asked; `unseen`: nothing that this reader can see, which is not the same as nothing.
 */
export type Standing = 'now' | 'past' | 'no' | 'not-known' | 'not-asked' | 'unseen'

type Rating = {
  domain: string
  state: string
  direction: string | null
  ratedOn: string
  withdrawnAt?: Date | null
  byPerson?: boolean
}

/** "Ever" has a window, so that lists forget: five years. */
export const windowMonths = 60

/** The first day of the five years that end today. */
export const windowStart = (now: PlainDate): PlainDate => addMonths(now, -windowMonths)

/**
 * How a domain stands, from the ratings a reader may see, newest first: the newest answer decides;
 * an older need within five years stays as past. What was withdrawn says nothing. The person's own
 * view has its own lane; it decides where no worker has said anything that the reader sees.
 */
export function standingOf(ratings: readonly Rating[], domain: string, now: PlainDate): Standing {
  const since = windowStart(now)
  const all = ratings.filter((rating) => rating.domain === domain && !rating.withdrawnAt)
  const workers = all.filter(({ byPerson }) => !byPerson)
  const own = workers.length > 0 ? workers : all
  const newest = own[0]
  if (!newest) return 'unseen'
  if (newest.state === 'current' && newest.ratedOn >= since) return 'now'
  const needed = ({ state, ratedOn }: Rating) =>
    (state === 'current' || state === 'past') && ratedOn >= since
  if (own.some(needed)) return 'past'
  if (newest.state === 'not_known') return 'not-known'
  return newest.state === 'not_asked' ? 'not-asked' : 'no'
}

/**
 * Published definitions of overlap. Both are worked out and named; neither is a score or a badge.
 */
export const definitions = [
  {
    key: 'hard-edges-2015',
    name: 'Hard Edges (Lankelly Chase, 2015)',
    domains: ['homelessness', 'substance_use', 'justice'],
  },
  {
    key: 'sosenko-2020',
    name: 'Sosenko, Bramley and Johnsen (2020), the fuller picture of women’s lives',
    domains: ['homelessness', 'substance_use', 'mental_health', 'domestic_abuse'],
  },
] as const

/** How many of a definition's domains are present now, and how many nobody can say: "at least". */
export function overlapOf(domains: readonly string[], standing: (domain: string) => Standing) {
  const all = domains.map(standing)
  return {
    now: all.filter((one) => one === 'now').length,
    past: all.filter((one) => one === 'past').length,
    unknown: all.filter((one) => ['not-known', 'not-asked', 'unseen'].includes(one)).length,
  }
}
