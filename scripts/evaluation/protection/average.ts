import { partitionBudget } from '@/lib/insight/rules/partition-budget'
import { type AttackResult, tallyGuesses } from './attack-result'
import { both, isDrawn, makeCrowd, middle } from './groups'
import { publishSeries } from './margins'
import { type Bounds, attackOn, isWhole, type Method, methodsAndKeys } from './methods'
import { type Person, quarters } from './population'

const groupSize = 12
const trials = 400

/**
 * Averaging: a group of twelve is broken down in two, again and again, and each breakdown's sum is
 * one more look at the total. Our programme has a budget for that, so that the reader of `ours`
 * gets no more breakdowns than it holds; *cell keys alone* are played without.
 */
export const playBreakdowns = (): AttackResult[] =>
  [0, 1, 3, 10, 30, 100].flatMap((breakdowns) =>
    methodsAndKeys.map((method) => {
      const crowd = makeCrowd(`breakdowns ${breakdowns}`)
      const inBudget = isWhole(method) ? Math.min(breakdowns, 2 * partitionBudget) : breakdowns
      const misses = Array.from({ length: trials }, () => {
        const people = crowd.people(groupSize)
        const splits = Array.from({ length: breakdowns }, () => crowd.rng.some(people, 6))
        const parts = splits.slice(0, inBudget).map((half) => {
          const others = people.filter((person) => !half.includes(person))
          return [half, others]
        })
        return guessTotal(method, people, parts) - groupSize
      })
      return tallyGuesses(
        attackOn(method, `averaging over ${breakdowns} breakdowns`),
        method.name,
        misses,
      )
    }),
  )

function guessTotal(method: Method, people: Person[], breakdowns: Person[][][]): number {
  const total = method.publish(people)
  let bounds = method.bounds(total)
  let weight = 1
  let sum = total.shown ?? 0
  for (const parts of breakdowns) {
    const published = parts.map((part) => method.publish(part))
    const each = published.map((one) => method.bounds(one))
    bounds = both(bounds, sumOf(each))
    // The parts' changes add up, so their sum weighs one part in as many as there are.
    weight += 1 / parts.length
    sum += published.reduce((all, { shown }) => all + (shown ?? 0), 0) / parts.length
  }
  return isDrawn(method) ? sum / weight : middle(bounds)
}

const sumOf = (bounds: Bounds[]): Bounds => ({
  low: bounds.reduce((sum, { low }) => sum + low, 0),
  high: bounds.reduce((sum, { high }) => sum + high, 0),
})

/** How the twelve change from one publication to the next. */
const changes = {
  'one of twelve replaced each quarter': (people: Person[], next: () => Person) => [
    ...people.slice(1),
    next(),
  ],
  'one joining or leaving each quarter': (people: Person[], next: () => Person, quarter: number) =>
    quarter % 2 === 1 ? [...people, next()] : people.slice(0, -1),
}

/** Averaging over time: the reader knows how the size changes and averages fresh values. */
export const playTime = (): AttackResult[] =>
  Object.entries(changes).flatMap(([word, change]) =>
    [1, 4, 8, quarters].flatMap((releases) =>
      methodsAndKeys.map((method) => {
        const crowd = makeCrowd(`time ${word} ${releases}`)
        const misses = Array.from({ length: trials }, () => {
          const sets = [crowd.people(groupSize)]
          for (let quarter = 1; quarter < releases; quarter++) {
            sets.push(change(sets[quarter - 1] ?? [], crowd.person, quarter))
          }
          return guessOverTime(method, sets) - groupSize
        })
        return tallyGuesses(
          attackOn(method, `averaging ${releases} quarters, ${word}`),
          method.name,
          misses,
        )
      }),
    ),
  )

/** The first size, from all fresh values less the change of size that everybody knows. */
function guessOverTime(method: Method, sets: Person[][]): number {
  const { counts, published, fresh } = publishSeries(method, sets)
  const looks = published.flatMap((one, quarter) => {
    if (!fresh[quarter]) return []
    const grown = (counts[quarter] ?? 0) - (counts[0] ?? 0)
    const { low, high } = method.bounds(one)
    return [{ value: (one.shown ?? 0) - grown, low: low - grown, high: high - grown }]
  })
  if (isDrawn(method)) return looks.reduce((sum, { value }) => sum + value, 0) / looks.length
  return middle(looks.reduce<Bounds>(both, { low: 0, high: Infinity }))
}

/** Two records are merged and unmerged: three publications, and how many looks they give. */
export const playMerges = (): AttackResult[] =>
  methodsAndKeys.map((method) => {
    const crowd = makeCrowd('merges')
    const misses = Array.from({ length: trials }, () => {
      const apart = crowd.people(groupSize)
      return guessOverTime(method, [apart, apart.slice(0, -1), apart]) - groupSize
    })
    return tallyGuesses(attackOn(method, 'merging and unmerging two records'), method.name, misses)
  })
