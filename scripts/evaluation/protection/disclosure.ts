import { programme, tableOf } from '@/lib/insight/programme'
import { provableIntervals, roundInwards } from '@/lib/insight/rules/provable-interval'
import { withheldReason } from '@/lib/insight/rules/withheld-rows'
import { random } from '@/prisma/practice/random'
import { type AttackResult, tallyInference, tallyIntervals } from './attack-result'
import { attackOn, guessOf, isWhole, methods, methodsAndKeys } from './methods'
import { ageIn, categoryOf, countedIn, type Person, quarters, sizes } from './population'

const core = ['homelessness', 'substance_use', 'justice']
const coreOf = ({ needs }: Person) => core.filter((need) => needs.has(need)).length

const range = (count: number) => Array.from({ length: count }, (_, k) => k)

function groupBy<Key>(people: readonly Person[], key: (person: Person) => Key): Person[][] {
  const groups = new Map<Key, Person[]>()
  for (const person of people) groups.set(key(person), [...(groups.get(key(person)) ?? []), person])
  return [...groups.values()]
}

const mostCommon = (people: readonly Person[]) =>
  range(4).reduce((best, c) => (share(people, c) > share(people, best) ? c : best), 0)
const share = (people: readonly Person[], category: number) =>
  people.filter((person) => coreOf(person) === category).length / people.length

/**
 * Group disclosure: rows of a ward and a band of age, broken down by how many of the three core
 * needs people have. The reader knows that somebody is in the row and takes its largest category;
 * without the row they would take the city's. Proved: all others of the row are shown to be 0.
 */
export const playGroups = (people: readonly Person[]): AttackResult[] =>
  methods.map((method) => {
    const there = countedIn(people, 0)
    const city = mostCommon(there)
    const rows = groupBy(there, (one) => `${one.ward} ${categoryOf(one, 'age', 0)}`)
    const results = rows.flatMap((row) => {
      const cells = range(4).map((c) => row.filter((person) => coreOf(person) === c))
      const counts = cells.map(({ length }) => length)
      const rule = { total: row.length, counts, sensitive: true, exclusive: true }
      const isHidden = isWhole(method) && withheldReason(rule) !== undefined
      const published = cells.map((cell) => method.publish(cell))
      const guesses = published.map((one) => guessOf(method, one))
      const largest = isHidden ? city : guesses.indexOf(Math.max(...guesses))
      const empty = published.filter((one) => method.bounds(one).high === 0).length
      return row.map((person) => ({
        right: coreOf(person) === largest,
        rightWithout: coreOf(person) === city ? 1 : 0,
        proved: !isHidden && empty === 3,
      }))
    })
    return tallyInference('largest category of a row', method.name, results)
  })

/** Cells of one person or none: is somebody there? Proved where a shown cell says that one is. */
export const playZeroAndOne = (people: readonly Person[]): AttackResult[] =>
  methods.map((method) => {
    const there = countedIn(people, 0)
    const cells = range(sizes.ward).flatMap((ward) =>
      range(sizes.age).flatMap((age) =>
        range(sizes.group).map((group) =>
          there.filter(
            (one) => one.ward === ward && one.group === group && categoryOf(one, 'age', 0) === age,
          ),
        ),
      ),
    )
    const few = cells.filter(({ length }) => length <= 1)
    const occupied = few.filter(({ length }) => length === 1).length / few.length
    const results = few.map((cell) => {
      const { low, high } = method.bounds(method.publish(cell))
      const saysSomebody = low >= 1 || (high > 0 && occupied > 0.5)
      return {
        right: saysSomebody === cell.length > 0,
        rightWithout: Math.max(occupied, 1 - occupied),
        proved: low >= 1,
      }
    })
    return tallyInference('one person or nobody', method.name, results)
  })

/**
 * Sliding cut-offs: up to each year of age, for each ward. Is there somebody of that very age?
 * The reader of `ours` has the declared bands and no other cut-off, and is left with the commoner
 * answer; with cell keys alone a figure that moves says that somebody is there.
 */
export const playCutOffs = (people: readonly Person[]): AttackResult[] =>
  methodsAndKeys.map((method) => {
    const there = countedIn(people, 0)
    const steps = range(sizes.ward).flatMap((ward) => {
      const local = there.filter((one) => one.ward === ward)
      const cells = range(60).map((k) => local.filter((one) => ageIn(one, 0) <= 18 + k))
      const published = cells.map((cell) => method.publish(cell))
      const bounds = published.map((one) => method.bounds(one))
      // Counts up to an age never fall as the age rises.
      const lows = bounds.map((_, k) => Math.max(...bounds.slice(0, k + 1).map(({ low }) => low)))
      const highs = bounds.map((_, k) => Math.min(...bounds.slice(k).map(({ high }) => high)))
      return range(59).map((k) => {
        const step = (cells[k + 1]?.length ?? 0) - (cells[k]?.length ?? 0)
        const moved = published[k]?.shown !== published[k + 1]?.shown
        const least = (lows[k + 1] ?? 0) - (highs[k] ?? 0)
        const most = (highs[k + 1] ?? 0) - (lows[k] ?? 0)
        return { isSomebody: step > 0, moved, proved: step > 0 && least === most }
      })
    })
    const somebody = steps.filter(({ isSomebody }) => isSomebody).length / steps.length
    const base = Math.max(somebody, 1 - somebody)
    const results = steps.map(({ isSomebody, moved, proved }) =>
      isWhole(method)
        ? { right: somebody > 0.5 === isSomebody, rightWithout: base }
        : { right: moved === isSomebody, rightWithout: base, proved },
    )
    return tallyInference(attackOn(method, 'sliding cut-offs of age'), method.name, results)
  })

/** A contributing agency takes its own people from a ward's count of a need: 1 to 4 others left. */
export const playAgency = (people: readonly Person[]): AttackResult[] =>
  methods.map((method) => {
    const widths = range(quarters).flatMap((quarter) => {
      const there = countedIn(people, quarter)
      return range(sizes.ward).flatMap((ward) =>
        ['homelessness', 'substance_use', 'justice', 'domestic_abuse'].flatMap((need) => {
          const cell = there.filter((one) => one.ward === ward && one.needs.has(need))
          const own = cell.filter(({ agency }) => agency === 0).length
          if (cell.length - own < 1 || cell.length - own > 4) return []
          const { low, high } = method.bounds(method.publish(cell))
          return [high - own - Math.max(0, low - own)]
        }),
      )
    })
    return tallyIntervals('an agency takes its own people away', method.name, widths)
  })

/**
 * Slivers: needs by ward and by MSOA, which cut each other. Our programme has a breakdown on one
 * ladder alone; here both are published, of every method. Where they meet are 1 to 4 people.
 */
export async function playSlivers(people: readonly Person[]): Promise<AttackResult[]> {
  const results: AttackResult[] = []
  for (const method of methods) {
    const widths: number[] = []
    for (const need of core) {
      const having = countedIn(people, 0).filter((one) => one.needs.has(need))
      const pieces = groupBy(having, (one) => `${one.ward} ${one.msoa}`)
      const cellsBy = (area: 'ward' | 'msoa') =>
        groupBy(having, (one) => one[area]).map((members) => ({
          atoms: range(pieces.length).filter((k) =>
            members.some((one) => pieces[k]?.includes(one)),
          ),
          ...method.bounds(method.publish(members)),
        }))
      const cells = [...cellsBy('ward'), ...cellsBy('msoa')]
      const small = range(pieces.length).filter((k) => (pieces[k]?.length ?? 0) <= 4)
      const targets = small.map((k) => [k])
      const found = await provableIntervals({ atoms: pieces.length, cells }, targets)
      widths.push(...found.map(roundInwards).map(({ low, high }) => high - low))
    }
    results.push(tallyIntervals('slivers of wards and MSOAs', method.name, widths))
  }
  return results
}

/** Names typed into the address: exact counts the tables answered that were never declared. */
export function playQueries(): AttackResult {
  const rng = random('queries')
  const declared = programme.tables.map(({ key }) => key)
  const words = [
    ...declared,
    'ward',
    'lsoa',
    'age',
    'need',
    '*',
    "' or 1=1",
    '../people',
    '__proto__',
  ]
  const asked = Array.from({ length: 5000 }, () =>
    rng.some(words, rng.int(1, 3)).join(rng.pick(['_', ',', '_by_', '&by=', ' '])),
  ).filter((key) => !declared.includes(key))
  const answered = asked.filter((key) => tableOf(key) !== undefined).length
  return {
    ...{ attack: 'queries by hand', method: 'ours', trials: asked.length, exact: answered },
    ...{ withinOne: answered, narrowestInterval: null, inferenceGain: null },
  }
}
