import type { Typed } from './read-forms'
import type { Session } from './session'

/** Ids that cases hand on to the next: `{person}` in an address, an answer or a question. */
export type Ids = Record<string, string>

/** One form of the build, and how each of the four promises of the one Form is tried on it. */
export type FormCase = {
  /** The server action it is sent to: its file's folder under `app`, and its name. */
  action: string
  /** Whose practice account fills it in. */
  as: string
  /** Its page. */
  at: string
  /** Its button, or the start of it. */
  button: string
  /** Ids it needs first, each by a question to the database. */
  needs?: Ids
  /** What comes before the page is there: a file sent. */
  first?: (session: Session, ids: Ids) => Promise<void>
  /** Typed with something missing or absurd; the field and the words it then says. */
  wrong?: { typed: Typed; field: string; says: RegExp }
  /** Why nothing can be wrong with it, where there is no `wrong`. */
  cannotBeWrong?: string
  /** Typed right. */
  right: Typed
  /** Where it goes when it is saved. */
  goesTo: RegExp
  /** A question to the database whose `n` grows by one when it is saved, however often sent. */
  counts: string
  /** Another version, typed by somebody else who had the page open too; or why there is none. */
  corrects: { theirs: Typed; mine: Typed; shown: RegExp[] } | string
  /** Whether its words are kept; or why there are none. */
  keepsWords: true | string
  /** Why sending it twice is answered otherwise the second time. */
  sentTwice?: string
  /** Ids for the cases after it. */
  gives?: Ids
}

/** Forms of one person's errands, one after the other. */
export type FormErrand = { name: string; cases: readonly FormCase[] }

/** For forms that write something new: nothing is there that somebody else could have changed. */
export const ADDS = 'it adds, and changes nothing that is there'

/** For ends: what somebody else has ended is ended, and the second is told so. */
export const ENDS = 'it ends what is there: who comes second finds it ended'

/** Ids put into a text. @throws when one is not known */
export const filled = (text: string, ids: Ids): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[name]
    if (!id) throw new Error(`No id for {${name}} in ${text}`)
    return id
  })

/** Ids put into what is typed. */
export const filledTyped = (typed: Typed, ids: Ids): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one) => filled(one, ids)) : filled(value, ids),
    ]),
  )
