import { daysBetween, formatDate, londonDate, type PlainDate } from '@/lib/dates'

/** What a term opens, rising; the database keeps the number. */
export const LEVELS = [
  {
    key: '1',
    label: 'Exists',
    hint: 'Ring the partnership desk, quoting a reference. Not even the agency is named',
  },
  { key: '2', label: 'Involved', hint: 'Which agency and team, and whom to ring' },
  {
    key: '3',
    label: 'Headline',
    hint: 'Date, kind and outcome; that a need is recorded; that a warning exists',
  },
  { key: '4', label: 'Content', hint: 'The words themselves' },
] as const

/** What nobody may do with what they read, unless a term says otherwise. */
export const FORBIDDEN_USES = [
  { key: 'sanction', label: 'Sanction a benefit' },
  { key: 'eviction', label: 'Evict' },
  { key: 'arrest', label: 'Arrest' },
  { key: 'immigration', label: 'Immigration enforcement' },
  { key: 'fraud', label: 'Look for fraud' },
] as const

/** Under which law a party holds what it gives. */
export const REGIMES = [
  { key: 'uk_gdpr', label: 'UK GDPR' },
  { key: 'part_3', label: 'Law enforcement (Data Protection Act 2018, Part 3)' },
] as const

/** A level in a word, in small letters: for the grid. */
export const levelWord = (level: number): string =>
  LEVELS.find(({ key }) => key === String(level))?.label.toLowerCase() ?? 'nothing'

export type News = { tone: 'plain' | 'caution' | 'danger'; words: string }
type Dates = { startsAt: Date; reviewOn: PlainDate; endsAt: Date | null; endedNow: boolean }

/** The last day of something that ends at an instant: the day before a London midnight. */
export const lastDay = (endsAt: Date): PlainDate => londonDate(new Date(endsAt.getTime() - 1))

const dueWords = (days: number) =>
  days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`

/**
 * What to say above an agreement: it has ended, it ends, its review is near (90, 30, 7 days) or has
 * passed. A passed review closes nothing. Null when there is nothing to say.
 */
export function agreementNews(of: Dates, now: Date): News | null {
  const day = londonDate(now)
  if (of.endsAt && of.endsAt <= now) {
    const on = `ended on ${formatDate(of.endedNow ? of.endsAt : lastDay(of.endsAt))}`
    return of.endedNow
      ? { tone: 'danger', words: `This agreement ${on}. Nothing is shared under it.` }
      : {
          tone: 'danger',
          words: `This agreement ${on}. Headlines and safety stay open for 28 days from then.`,
        }
  }
  if (of.startsAt > now)
    return { tone: 'plain', words: `This agreement begins on ${formatDate(of.startsAt)}.` }
  const days = daysBetween(day, of.reviewOn)
  const when = formatDate(of.reviewOn)
  if (days < 0)
    return {
      tone: 'danger',
      words: `The review was due on ${when}. Nothing has closed. Review it, then set a new date.`,
    }
  if (days <= 7)
    return { tone: 'danger', words: `The review is due ${dueWords(days)}, on ${when}.` }
  if (days <= 30)
    return { tone: 'caution', words: `The review is due in ${days} days, on ${when}.` }
  if (days <= 90) return { tone: 'plain', words: `The review is due in ${days} days, on ${when}.` }
  return null
}

export type Term = {
  id: string
  giverId: string
  giver: string
  category: string
  groupId: string
  level: number
  purpose: string
  forbiddenUses: string[]
  onConsent: boolean
  counted: boolean
  startsAt: Date
  endsAt: Date | null
  endedNow: boolean
}

/** Whether a term counts now, will, or has ended. */
export function termState({ startsAt, endsAt }: Pick<Term, 'startsAt' | 'endsAt'>, now: Date) {
  if (endsAt && endsAt <= now) return 'ended' as const
  return startsAt > now ? ('planned' as const) : ('in force' as const)
}

export type GridRow = { giverId: string; giver: string; cells: Map<string, Term> }
export type Grid = { groupId: string; group: string; categories: string[]; rows: GridRow[] }

/**
 * The terms in force as one grid for each receiving group: a row for each giver, a column for each
 * category that any of them gives, in the order of `categories`. Two terms in one cell show the
 * higher level.
 */
export function termGrids(
  terms: readonly Term[],
  groups: readonly { id: string; name: string }[],
  categories: readonly string[],
  now: Date,
): Grid[] {
  const inForce = terms.filter((term) => termState(term, now) === 'in force')
  return groups.map(({ id, name }) => {
    const here = inForce.filter((term) => term.groupId === id)
    const givers = new Map(here.map((term) => [term.giverId, term.giver]))
    const rows = [...givers].map(([giverId, giver]) => {
      const cells = new Map<string, Term>()
      for (const term of here.filter((each) => each.giverId === giverId)) {
        const known = cells.get(term.category)
        if (!known || known.level < term.level) cells.set(term.category, term)
      }
      return { giverId, giver, cells }
    })
    rows.sort((a, b) => a.giver.localeCompare(b.giver, 'en-GB'))
    const used = new Set(here.map((term) => term.category))
    return { groupId: id, group: name, categories: categories.filter((key) => used.has(key)), rows }
  })
}
