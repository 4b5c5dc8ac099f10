import { today } from '../dates'
import { checkIdentifier } from '../people/identifiers'
import { foldName } from '../people/normalise'
import { PEOPLE_FIELDS } from './fields'
import type { Mapping } from './mapping'
import type { Problem } from './problems'
import type { ImportedPerson } from './rows'

/** Numbers that only one person can have. */
export const OWN = ['nhs', 'nino', 'crn', 'pnc', 'cro', 'prison'] as const
type Own = (typeof OWN)[number]

/** A row as it came, by its line. */
export type NumberedRow = { line: number; cells: readonly string[] }

/** Who holds a number in the file: the line, and the name and birth as they stand there. */
type Holder = { line: number; name: string; birth: string }

/** The lines that hold one number, and whether they speak of people who are not alike. */
type Shared = { lines: number[]; unlike: boolean }

/**
 * The numbers that stand in several rows of a file, by kind and number. One number of the NHS on
 * two people is a typing error in one of them, and nobody but a person can say in which.
 */
export class SharedNumbers {
  private readonly shared = new Map<string, Shared>()

  constructor(
    private readonly mapping: Mapping,
    rows: readonly NumberedRow[],
  ) {
    const place = (key: string) => mapping.columns.indexOf(key)
    const types = OWN.filter((type) => place(type) >= 0)
    const [given, whole, birth] = ['given', 'fullName', 'birth'].map(place)
    const now = today()
    const seen = new Map<string, Holder[]>()
    for (const { line, cells } of rows) {
      const of = (at = -1) => (cells[at] ?? '').trim()
      for (const type of types) {
        const text = of(place(type))
        const norm = text === '' ? '' : checkIdentifier(type, text.slice(0, 60), { now }).norm
        if (norm === '') continue
        const key = `${type} ${norm}`
        const holder = { line, name: of(given) || of(whole), birth: of(birth) }
        const others = seen.get(key)
        if (others) others.push(holder)
        else seen.set(key, [holder])
      }
    }
    for (const [key, holders] of seen) {
      const [first, ...others] = holders
      if (!first || others.length === 0) continue
      const name = firstName(first.name)
      const unlike = others.some(
        (other) => firstName(other.name) !== name && other.birth !== first.birth,
      )
      this.shared.set(key, { lines: holders.map(({ line }) => line), unlike })
    }
  }

  /**
   * What to look at in a row whose numbers other rows have too, and the person with those numbers
   * kept as they came but no evidence of anything, where the rows are not alike.
   */
  of(line: number, person: ImportedPerson, header: readonly string[]) {
    if (!person.identifiers.some(({ type, norm }) => this.shared.has(`${type} ${norm}`))) {
      return { person, warnings: NOTHING }
    }
    const warnings: Problem[] = []
    const identifiers = person.identifiers.map((one) => {
      const shared = this.shared.get(`${one.type} ${one.norm}`)
      const [other, ...more] = shared?.lines.filter((each) => each !== line) ?? []
      if (!shared || other === undefined) return one
      const label = labelOfOwn(one.type as Own)
      const rest =
        more.length === 0
          ? ''
          : `, and so ${more.length === 1 ? 'has' : 'have'} ${more.length} more`
      const column = header[this.mapping.columns.indexOf(one.type)] ?? null
      const message = `Line ${other} has the same ${label}${rest}.`
      warnings.push({ line, column, message })
      return shared.unlike ? { ...one, norm: '', check: 'warning' as const } : one
    })
    return { person: { ...person, identifiers }, warnings }
  }
}

const NOTHING: readonly Problem[] = []

const firstName = (text: string) => foldName(text).split(/[^\p{L}\p{M}]+/u)[0] ?? ''

/** What a kind of number is called on the screen. */
export const labelOfOwn = (type: Own) =>
  PEOPLE_FIELDS.find(({ key }) => key === type)?.label ?? type
