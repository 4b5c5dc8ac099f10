import { NICKNAMES } from '../nicknames-data'
import { FAMILY_FORMS } from './family-forms-data'
import { NAME_FORMS } from './name-forms-data'
import { edits } from './similarity'

/** Names that are forms of one name: a name a line, the fullest first. */
class Forms {
  private readonly lines: string[][]
  private readonly linesOf = new Map<string, number[]>()

  constructor(lines: readonly string[]) {
    this.lines = lines.map((line) => line.split(' '))
    this.lines.forEach((names, line) => {
      for (const name of names) this.linesOf.set(name, [...(this.linesOf.get(name) ?? []), line])
    })
  }

  has = (name: string): boolean => this.linesOf.has(name)

  names = (): Iterable<string> => this.linesOf.keys()

  /** Whether two names share a line; soonest told where the first stands on none. */
  together(a: string, b: string): boolean {
    const left = this.linesOf.get(a)
    if (left === undefined) return false
    const right = this.linesOf.get(b)
    return right !== undefined && left.some((line) => right.includes(line))
  }

  /** The same, and whether only one stands on any. */
  between(a: string, b: string): 'same' | 'oneListed' | 'none' {
    const left = this.linesOf.get(a)
    const right = this.linesOf.get(b)
    if (left === undefined || right === undefined) return left === right ? 'none' : 'oneListed'
    return left.some((line) => right.includes(line)) ? 'same' : 'none'
  }

  /** Names that share a line with one, itself too; null where it stands on none. */
  of(name: string): ReadonlySet<string> | null {
    return this.linesOf.has(name) ? new Set(this.beside(name)) : null
  }

  /** The names of all lines that a name stands on. */
  beside = (name: string): string[] =>
    (this.linesOf.get(name) ?? []).flatMap((line) => this.lines[line] ?? [])

  /** The first name of each of its lines; itself when no line has it. */
  fullest(name: string): string[] {
    const lines = this.linesOf.get(name)
    if (!lines) return [name]
    return [...new Set(lines.map((line) => this.lines[line]?.[0] ?? name))].slice(0, mostFullest)
  }
}

/** Most full names a form is blocked under, so that AL does not fetch the whole register. */
const mostFullest = 4

const given = new Forms([...NICKNAMES, ...NAME_FORMS])
const family = new Forms(FAMILY_FORMS)

/** Whether two folded given names are forms of one name: LIZ and BETH, MOHAMED and MUHAMMAD. */
export const sameForm = (a: string, b: string): boolean => given.together(a, b)

/** The same, and whether the lists know only one of the two. */
export const givenForms = (a: string, b: string) => given.between(a, b)

/** Whether two folded family names are one name written in two ways: ZHANG and CHEUNG. */
export const sameFamily = (a: string, b: string): boolean => family.together(a, b)

/** All forms of a given name, for asking again and again; null where no list knows it. */
export const formsOf = (name: string): ReadonlySet<string> | null => given.of(name)

/** The same of a family name. */
export const familyFormsOf = (name: string): ReadonlySet<string> | null => family.of(name)

/** Whether a list knows a family name in other forms. */
export const hasFamilyForms = (name: string): boolean => family.has(name)

/** The full names a given name may stand for, for blocking; itself when no list knows it. */
export const fullNames = (name: string): string[] => given.fullest(name)

/** A family name as the lists write it, for blocking; itself when no list knows it. */
export const fullFamilies = (name: string): string[] => family.fullest(name)

/** Whether the lists know only one of two given names: the other may be a slip of a form of it. */
export const mayBeSlipOfForm = (a: string, b: string): boolean => given.has(a) !== given.has(b)

/** Whether one name, itself in no list, is one slip from a form of the other: EILLIAM and WILLY. */
export function slipOfForm(a: string, b: string): boolean {
  if (!mayBeSlipOfForm(a, b)) return false
  const [known, other] = given.has(a) ? [a, b] : [b, a]
  if (other.length < 4) return false
  return given.beside(known).some((form) => form.length > 3 && edits(form, other, 1) <= 1)
}

/**
 * How a name can be a form of another, however written: `listed` in the lists, `slip`: one slip
 * from a listed one, or `none`. Two names have no form in common unless one is listed and the other
 * is not `none`.
 */
export function formKind(name: string): 'listed' | 'slip' | 'none' {
  if (given.has(name)) return 'listed'
  if (name.length < 4) return 'none'
  for (const stem of stemsOf(name)) {
    for (const form of formsByStem.get(stem) ?? []) if (edits(form, name, 1) <= 1) return 'slip'
  }
  return 'none'
}

/** A name, and it without each of its letters: two names one slip apart share one of these. */
const stemsOf = (name: string): string[] => [
  name,
  ...Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1)),
]

const formsByStem = new Map<string, string[]>()
for (const form of given.names()) {
  if (form.length < 4) continue
  for (const stem of new Set(stemsOf(form))) {
    formsByStem.set(stem, [...(formsByStem.get(stem) ?? []), form])
  }
}
