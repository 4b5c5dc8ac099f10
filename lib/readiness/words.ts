import type { PlainDate } from '@/lib/dates'
import type { StatementView } from './rules/round-view'
import { SECTORS, type Sector } from './statements'

/** What a statement is about, inside a sentence. */
const ABOUT: Readonly<Record<string, string>> = {
  whole: 'seeing people whole',
  vision: 'wanting the same thing',
  strengths: 'starting from what people can do',
  power: 'sharing power',
  decisions: 'deciding close to the person',
  accountable: 'answering to each other',
  trust: 'trusting each other',
  leadership: 'leading at every level',
  learning: 'telling what is learnt',
  citizens: 'letting people shape what is done',
  behaviours: 'doing what was agreed',
  systems: 'rules, money and data',
  services: 'services that join up',
  places: 'knowing what the place has',
  markets: 'funding and buying',
}

/** From so many points on two rounds differ; a group is small, and one answer moves it by less. */
const TELLS = 1

/** The title of a round: what was found, or that nothing can be said. */
export function findingOf(views: readonly StatementView[]): string {
  const compared = views.filter(({ spread }) => spread.apart !== null)
  const [widest] = compared
  if (!widest || widest.spread.apart === null)
    return 'Too few have answered to say how sectors differ'
  if (widest.spread.apart < TELLS) return 'Sectors answer much alike'
  const about = widest.key ? ABOUT[widest.key] : null
  const ties = compared.filter(({ spread }) => spread.apart === widest.spread.apart).length
  const before = widest.before.at(-1)?.apart ?? null
  const change = before === null ? 0 : widest.spread.apart - before
  const since =
    change <= -TELLS
      ? ', but closer than a round ago'
      : change >= TELLS
        ? ', and further than a round ago'
        : ''
  const what = (about ?? `“${widest.words}”`) + (ties > 1 ? ' and more' : '')
  return `Sectors are furthest apart on ${what}${since}`
}

/** `5`, `5.5`: points, or a middle answer. */
export const sayPoints = (points: number): string => String(points)

/** An average, which is never said nearer to an end than half a point. */
export const sayAverage = (average: number): string =>
  average <= 1.5 ? '1.5 or less' : average >= 9.5 ? '9.5 or more' : String(average)

export const labelOfSector = (sector: Sector): string =>
  SECTORS.find(({ key }) => key === sector)?.label ?? sector
export const shortSector = (sector: Sector): string =>
  SECTORS.find(({ key }) => key === sector)?.short ?? sector

/** Where sectors agree, on what; else nothing. Agreeing on a low score is called that. */
export function agreementWords({ spread }: StatementView): string | null {
  const { apart, lowest, highest } = spread
  if (apart === null || !lowest || !highest || apart > 1) return null
  const between =
    lowest.middle === highest.middle
      ? `all at ${lowest.middle}`
      : `all between ${lowest.middle} and ${highest.middle}`
  if (highest.middle <= 5) return `${between}: agreed that it is not so`
  return lowest.middle >= 6 ? `${between}: agreed that it is so` : between
}

/** Every mark of a statement in a sentence, for whoever does not see the picture. */
export const marksInWords = ({ spread }: StatementView): string =>
  spread.marks.map(({ sector, middle }) => `${labelOfSector(sector)} ${middle}`).join(', ') ||
  'too few answers in every sector'

/** Whether an action is late: due before today and not done. */
export const isLate = (dueOn: PlainDate, isDone: boolean, today: PlainDate): boolean =>
  !isDone && dueOn < today

/** The title of the plan: how much of it is done, and late. */
export function planFinding(actions: readonly { isDone: boolean; isLate: boolean }[]): string {
  if (actions.length === 0) return 'What we said we would do'
  const done = actions.filter(({ isDone }) => isDone).length
  const late = actions.filter((one) => one.isLate).length
  const lateWords = late > 0 ? `, ${late} late` : ''
  return `What we said we would do: ${done} of ${actions.length} done${lateWords}`
}
