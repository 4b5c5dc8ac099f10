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

/** A row as far as numbers and who it is about go. */
export type NumberedRow = { line: number; cells: (string | null)[] }

/** The lines that hold one number, and whether they speak of people who are not alike. */
type Shared = { lines: number[]; unlike: boolean }

/** The columns to look at: numbers, names and births. */
const WHO = ['given', 'fullName', 'birth']
export const columnsToCompare = ({ columns }: Mapping): number[] =>
  columns.flatMap((key, at) => ([...OWN, ...WHO].some((one) => one === key) ? [at] : []))

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
    const at = columnsToCompare(mapping).map((column) => mapping.columns[column] ?? '')
    const now = today()
    const seen = new Map<string, { line: number; name: string; birth: string }[]>()
    for (const { line, cells } of rows) {
      const of = (key: string) => (cells[at.indexOf(key)] ?? '').trim()
      const who = { line, name: firstName(of('given') || of('fullName')), birth: of('birth') }
      for (const type of OWN) {
        const { norm } = checkIdentifier(type, of(type).slice(0, 60), { now })
        if (norm === '') continue
        const key = `${type} ${norm}`
        seen.set(key, [...(seen.get(key) ?? []), who])
      }
    }
    for (const [key, holders] of seen) {
      if (holders.length < 2) continue
      const [first] = holders
      const unlike = holders.some(
        ({ name, birth }) => name !== first?.name && birth !== first?.birth,
      )
      this.shared.set(key, { lines: holders.map(({ line }) => line), unlike })
    }
  }

  /**
   * What to look at in a row whose numbers other rows have too, and the person with those numbers
   * kept as they came but no evidence of anything, where the rows are not alike.
   */
  of(line: number, person: ImportedPerson, header: readonly string[]) {
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

const firstName = (text: string) => foldName(text).split(/[^\p{L}\p{M}]+/u)[0] ?? ''

/** What a kind of number is called on the screen. */
export const labelOfOwn = (type: Own) =>
  PEOPLE_FIELDS.find(({ key }) => key === type)?.label ?? type
