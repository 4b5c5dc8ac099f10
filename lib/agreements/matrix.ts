import type { FormValues } from '@/lib/form-state'
import { termGrids, termState, type Term } from './rules'

type Named = { id: string; name: string }
export type Cell = { giverId: string; term: Term | null }
export type Matrix = {
  givers: Named[]
  rows: { category: string; label: string; cells: Cell[] }[]
}

/**
 * What one group of teams receives now: a row for each kind of entry, a column for each party, in
 * their order, and for whoever else gives, so that what is not given stands there too.
 */
export function termMatrix(
  terms: readonly Term[],
  group: Named,
  parties: readonly Named[],
  categories: readonly { key: string; label: string }[],
  now: Date,
): Matrix {
  const keys = categories.map(({ key }) => key)
  const [grid] = termGrids(terms, [group], keys, now)
  const given = grid?.rows ?? []
  const others = given
    .filter(({ giverId }) => !parties.some(({ id }) => id === giverId))
    .map(({ giverId, giver }) => ({ id: giverId, name: giver }))
  const givers = [...parties, ...others]
  const cellOf = (giverId: string, category: string): Cell => ({
    giverId,
    term: given.find((row) => row.giverId === giverId)?.cells.get(category) ?? null,
  })
  return {
    givers,
    rows: categories.map(({ key, label }) => ({
      category: key,
      label,
      cells: givers.map(({ id }) => cellOf(id, key)),
    })),
  }
}

/** What one agency gives one group of one kind now: the highest, where there are several. */
export const termOf = (
  terms: readonly Term[],
  giverId: string,
  category: string,
  groupId: string,
  now: Date,
): Term | undefined =>
  terms
    .filter((one) => one.giverId === giverId && one.category === category)
    .filter((one) => one.groupId === groupId && termState(one, now) === 'in force')
    .sort((a, b) => b.level - a.level)[0]

/** A term as its form shows it, to begin another from. */
export const termValues = (term: Term): FormValues => ({
  ...{ level: String(term.level), purpose: term.purpose, forbidden: term.forbiddenUses },
  consent: term.onConsent ? 'yes' : 'no',
  counted: term.counted ? 'yes' : 'no',
})
