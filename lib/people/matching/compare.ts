import {
  compareBirths,
  compareDetails,
  compareEmails,
  compareNumbers,
  comparePostcodes,
} from './compare-facts'
import { compareNames, readyName, swapped, type ReadyName } from './compare-names'
import { detailKinds, type Facets, type IdentifierFacet, identifierKinds } from './facets'
import type { Outcome } from './levels'
import { sameForm } from './name-forms'
import { near } from './similarity'

type Weigh = (outcome: Outcome) => number

/** The names of a record made ready for comparing. */
export const readyNames = (facets: Facets): ReadyName[] => facets.names.slice(0, 12).map(readyName)

// Nothing in here makes a function of its own name for each pair: it is asked by the million.

/**
 * Every field known on both sides, at the best level any two of its values reach.
 *
 * @param weigh bits of an outcome: decides which of several values or readings is best.
 */
export function compareFacets(a: Facets, b: Facets, weigh: Weigh): Outcome[] {
  return [...bestNames(readyNames(a), readyNames(b), weigh), ...compareRest(a, b, weigh)]
}

/** Every field but the names. */
export function compareRest(a: Facets, b: Facets, weigh: Weigh): Outcome[] {
  const outcomes: Outcome[] = []
  add(outcomes, best(a.births, b.births, compareBirths, weigh))
  add(outcomes, best(a.postcodes, b.postcodes, comparePostcodes, weigh))
  add(outcomes, best(a.phones, b.phones, comparePhones, weigh))
  add(outcomes, best(a.emails, b.emails, compareEmails, weigh))
  if (a.identifiers.length > 0 && b.identifiers.length > 0) {
    for (const kind of identifierKinds) {
      if (!holds(a, kind) || !holds(b, kind)) continue
      const mine = a.identifiers.filter((one) => one.kind === kind)
      const theirs = b.identifiers.filter((one) => one.kind === kind)
      add(outcomes, best(mine, theirs, compareIdentifiers, weigh))
    }
  }
  if (a.sexes.length > 0 && b.sexes.length > 0) outcomes.push(compareSexes(a, b))
  for (const kind of detailKinds) {
    const mine = a.details[kind]
    const theirs = b.details[kind]
    if (!mine || !theirs) continue
    add(
      outcomes,
      best(mine, theirs, (x, y) => compareDetails(kind, x, y), weigh),
    )
  }
  return outcomes
}

function holds({ identifiers }: Facets, kind: string): boolean {
  for (const one of identifiers) if (one.kind === kind) return true
  return false
}

function add(outcomes: Outcome[], outcome: Outcome | null): void {
  if (outcome) outcomes.push(outcome)
}

const comparePhones = (x: string, y: string) => compareNumbers('phone', x, y)

/** Two numbers of one kind; an agency's own references are compared within it alone. */
const compareIdentifiers = (x: IdentifierFacet, y: IdentifierFacet) =>
  x.issuer === y.issuer ? compareNumbers(x.kind, x.value, y.value) : null

function best<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (x: T, y: T) => Outcome | null,
  weigh: Weigh,
): Outcome | null {
  let found: Outcome | null = null
  let most: number | null = null
  for (const x of left) {
    for (const y of right) {
      const outcome = compare(x, y)
      if (!outcome) continue
      if (found === null) {
        found = outcome // weighed only if there is another
        continue
      }
      most ??= weigh(found)
      const bits = weigh(outcome)
      if (bits > most || (bits === most && outcome.level < found.level)) {
        most = bits
        found = outcome
      }
    }
  }
  return found
}

/** The best reading over all pairs of names: as written, or with given and family exchanged. */
export function bestNames(
  left: readonly ReadyName[],
  right: readonly ReadyName[],
  weigh: Weigh,
): Outcome[] {
  const best = new BestReading(weigh)
  for (const x of left) {
    for (const y of right) {
      best.consider(x.single || y.single ? compareNames(x, y).map(either) : compareNames(x, y))
      if (x.single || y.single) {
        best.consider(
          compareNames(x.single ? swapped(x) : x, y.single ? swapped(y) : y).map(either),
        )
        continue
      }
      if (x.given.length === 0 || x.family === '' || y.given.length === 0 || y.family === '')
        continue
      if (!like(x.family, y.given[0] ?? '') && !like(y.family, x.given[0] ?? '')) continue
      for (const turned of [compareNames(swapped(x), y), compareNames(x, swapped(y))]) {
        if (!turned.every(isLike)) continue
        best.consider([...turned.map(either), { field: 'order', level: 'swapped', values: [] }])
      }
    }
  }
  return best.found
}

/** The reading of most bits so far; the first is weighed only if there is another. */
class BestReading {
  found: Outcome[] = []
  private most: number | null = null

  constructor(private readonly weigh: Weigh) {}

  consider(outcomes: Outcome[]): void {
    if (outcomes.length === 0) return
    if (this.found.length === 0) {
      this.found = outcomes
      return
    }
    this.most ??= this.sum(this.found)
    const bits = this.sum(outcomes)
    const better = bits > this.most
    if (better || (bits === this.most && levelText(outcomes) < levelText(this.found))) {
      this.most = bits
      this.found = outcomes
    }
  }

  private sum(outcomes: readonly Outcome[]): number {
    let bits = 0
    for (const outcome of outcomes) bits += this.weigh(outcome)
    return bits
  }
}

/** Alike enough that a given and a family name may be one. */
const like = (x: string, y: string) => x === y || near(x, y) || sameForm(x, y)

const levelText = (outcomes: readonly Outcome[]) => outcomes.map(({ level }) => level).join()

const either = (outcome: Outcome): Outcome => ({ ...outcome, eitherName: true })

const isLike = ({ level }: Outcome) => level === 'exact' || level === 'near' || level === 'nickname'

function compareSexes(a: Facets, b: Facets): Outcome {
  const shared = a.sexes.filter((sex) => b.sexes.includes(sex))
  return { field: 'sex', level: shared.length > 0 ? 'exact' : 'different', values: shared }
}
