import {
  compareBirths,
  compareDetails,
  compareEmails,
  compareNumbers,
  comparePostcodes,
} from './compare-facts'
import { compareNames, readyName, swapped, type ReadyName } from './compare-names'
import { detailKinds, type Facets, identifierKinds } from './facets'
import type { Outcome } from './levels'

type Weigh = (outcome: Outcome) => number

const ready = new WeakMap<Facets, ReadyName[]>()

/** The names of a record made ready once and kept as long as the record itself. */
export function readyNames(facets: Facets): ReadyName[] {
  let names = ready.get(facets)
  if (!names) {
    names = facets.names.slice(0, 12).map(readyName)
    ready.set(facets, names)
  }
  return names
}

/**
 * Every field known on both sides, at the best level any two of its values reach.
 *
 * @param weigh bits of an outcome: decides which of several values or readings is best.
 */
export function compareFacets(a: Facets, b: Facets, weigh: Weigh): Outcome[] {
  const outcomes = bestNames(readyNames(a), readyNames(b), weigh)
  const add = (outcome: Outcome | null) => {
    if (outcome) outcomes.push(outcome)
  }
  add(best(a.births, b.births, compareBirths, weigh))
  add(best(a.postcodes, b.postcodes, comparePostcodes, weigh))
  add(best(a.phones, b.phones, (x, y) => compareNumbers('phone', x, y), weigh))
  add(best(a.emails, b.emails, compareEmails, weigh))
  for (const kind of identifierKinds) {
    const mine = a.identifiers.filter((one) => one.kind === kind)
    const theirs = b.identifiers.filter((one) => one.kind === kind)
    if (mine.length === 0 || theirs.length === 0) continue
    add(
      best(
        mine,
        theirs,
        (x, y) => (x.issuer === y.issuer ? compareNumbers(kind, x.value, y.value) : null),
        weigh,
      ),
    )
  }
  if (a.sexes.length > 0 && b.sexes.length > 0) add(compareSexes(a, b))
  for (const kind of detailKinds) {
    const mine = a.details[kind]
    const theirs = b.details[kind]
    if (mine && theirs) add(best(mine, theirs, (x, y) => compareDetails(kind, x, y), weigh))
  }
  return outcomes
}

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
function bestNames(
  left: readonly ReadyName[],
  right: readonly ReadyName[],
  weigh: Weigh,
): Outcome[] {
  let found: Outcome[] = []
  let most: number | null = null
  const sum = (outcomes: Outcome[]) => outcomes.reduce((bits, one) => bits + weigh(one), 0)
  const consider = (outcomes: Outcome[]) => {
    if (outcomes.length === 0) return
    if (found.length === 0) {
      found = outcomes // weighed only if there is another
      return
    }
    most ??= sum(found)
    const bits = sum(outcomes)
    if (bits > most || (bits === most && levelText(outcomes) < levelText(found))) {
      most = bits
      found = outcomes
    }
  }
  for (const x of left) {
    for (const y of right) {
      consider(x.single || y.single ? compareNames(x, y).map(either) : compareNames(x, y))
      if (x.single || y.single) {
        consider(compareNames(x.single ? swapped(x) : x, y.single ? swapped(y) : y).map(either))
        continue
      }
      if (x.given.length === 0 || x.family === '' || y.given.length === 0 || y.family === '')
        continue
      for (const turned of [compareNames(swapped(x), y), compareNames(x, swapped(y))]) {
        if (!turned.every(isLike)) continue
        consider([...turned.map(either), { field: 'order', level: 'swapped', values: [] }])
      }
    }
  }
  return found
}

const levelText = (outcomes: readonly Outcome[]) => outcomes.map(({ level }) => level).join()

const either = (outcome: Outcome): Outcome => ({ ...outcome, eitherName: true })

const isLike = ({ level }: Outcome) => level === 'exact' || level === 'near' || level === 'nickname'

function compareSexes(a: Facets, b: Facets): Outcome {
  const shared = a.sexes.some((sex) => b.sexes.includes(sex))
  return { field: 'sex', level: shared ? 'exact' : 'different', values: [] }
}
