import type { Method, Published } from './methods'
import { categoryOf, countedIn, type Person, quarters, sizes, variables } from './population'

/** A published cell: the atoms of the full cross of the variables that it sums. */
export interface Margin {
  name: string
  by: readonly string[]
  atoms: number[]
}

const atomCount = variables.reduce((product, variable) => product * sizes[variable], 1)
export { atomCount }

const categoriesOf = (atom: number): number[] => {
  let rest = atom
  return variables.map((variable) => {
    const category = rest % sizes[variable]
    rest = Math.floor(rest / sizes[variable])
    return category
  })
}

/** The place of a person among the atoms. */
export function atomOf(person: Person, quarter: number): number {
  return variables.reduceRight(
    (atom, variable) => atom * sizes[variable] + categoryOf(person, variable, quarter),
    0,
  )
}

/** Every cell of every table by up to `ways` variables, the grand total first. */
export function marginsBy(ways: number): Margin[] {
  const cells = new Map<string, Margin>()
  const places = variables.map((_, place) => place)
  const choices = [...Array(2 ** variables.length).keys()]
    .map((bits) => places.filter((place) => (bits >> place) & 1))
    .filter((chosen) => chosen.length <= ways)
  for (const chosen of choices) {
    for (let atom = 0; atom < atomCount; atom++) {
      const categories = categoriesOf(atom)
      const name = chosen.map((place) => `${variables[place]} ${categories[place]}`).join(', ')
      const by = chosen.map((place) => variables[place] ?? '')
      const cell = cells.get(name) ?? { name, by, atoms: [] }
      cell.atoms.push(atom)
      cells.set(name, cell)
    }
  }
  return [...cells.values()]
}

/** The members of each atom in each quarter. */
export function membersByAtom(people: readonly Person[]): Person[][][] {
  return Array.from({ length: quarters }, (_, quarter) => {
    const atoms: Person[][] = Array.from({ length: atomCount }, () => [])
    for (const person of countedIn(people, quarter)) atoms[atomOf(person, quarter)]?.push(person)
    return atoms
  })
}

/** What is published of a cell in each quarter; `fresh` where it was not repeated. */
export interface Series {
  counts: number[]
  published: Published[]
  fresh: boolean[]
}

/** Publishes a cell sixteen times over. */
export function publishSeries(method: Method, sets: readonly (readonly Person[])[]): Series {
  const published: Published[] = []
  const fresh: boolean[] = []
  sets.forEach((members, quarter) => {
    const last = published[quarter - 1]
    const now = method.publish(members, last)
    fresh.push(now !== last)
    published.push(now)
  })
  return { counts: sets.map(({ length }) => length), published, fresh }
}
