import type { Item, SummaryLine } from '../queries'
import type { Sector } from '../statements'
import { byWidest, spreadOf, type Spread } from './spread'

/** How far apart sectors were on a statement in an earlier round; null: not to be said. */
export type Before = { readonly round: string; readonly apart: number | null }

/** A statement of a round as it is shown: spread first, averages by themselves. */
export type StatementView = {
  readonly id: string
  readonly no: number
  readonly key: string | null
  readonly part: Item['part']
  readonly words: string
  readonly spread: Spread
  readonly before: readonly Before[]
  /** In 100 of the sectors shown; null where none is. */
  readonly unsure: number | null
  readonly average: number | null
  readonly averages: ReadonlyMap<Sector, number>
}

/** A round with its statements and its protected summary. */
export type RoundRows = {
  readonly name: string
  readonly items: readonly Item[]
  readonly lines: readonly SummaryLine[]
}

const spreadIn = (lines: readonly SummaryLine[], item: string): Spread =>
  spreadOf(
    lines.flatMap(({ item_id, sector, middle }) =>
      item_id === item && sector ? [{ sector, middle }] : [],
    ),
  )

/** The same statement in another round: by its key, or one of the place's own by its words. */
const isSame = (a: Item, b: Item) => (a.key ? a.key === b.key : !b.key && a.words === b.words)

/** A round's statements, the widest spread first, each beside earlier rounds (oldest first). */
export function viewRound(now: RoundRows, earlier: readonly RoundRows[]): StatementView[] {
  return byWidest(
    now.items.map((item): StatementView & { no: number } => {
      const all = now.lines.find(({ item_id, sector }) => item_id === item.id && sector === null)
      return {
        ...item,
        spread: spreadIn(now.lines, item.id),
        before: earlier.flatMap(({ name, items, lines }) => {
          const then = items.find((one) => isSame(item, one))
          return then ? [{ round: name, apart: spreadIn(lines, then.id).apart }] : []
        }),
        unsure: all?.unsure ?? null,
        average: all?.average ?? null,
        averages: new Map(
          now.lines.flatMap(({ item_id, sector, average }) =>
            item_id === item.id && sector ? [[sector, average] as const] : [],
          ),
        ),
      }
    }),
  )
}
