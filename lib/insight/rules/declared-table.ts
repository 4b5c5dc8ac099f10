import { partitionBudget, spentBudget } from './partition-budget'

/** From the whole place down. LSOA nests in MSOA, and in wards as they are assigned here. */
export type AreaLevel = 'city' | 'msoa' | 'ward' | 'lsoa'

/** One answer of a variable: its key in a published cell, and its words. */
export type Category = { readonly key: string; readonly label: string }

/** What people are counted by. */
export type Variable = {
  readonly key: string
  readonly label: string
  readonly categories: readonly Category[]
  /** Known of a person, it would tell something they would not: a need, a group, an outcome. */
  readonly sensitive: boolean
  /** Each person has one answer; else any number, and the answers add up to nothing. */
  readonly exclusive: boolean
  /** Combinations by name ("homelessness and substance use"), rather than one margin each. */
  readonly combinations: boolean
  /** Of answers that add up to nothing: the one that all who are asked have, to take shares of. */
  readonly base?: string
}

/**
 * A declared table: who is counted by which variables, for which areas. A cell's keys are the area
 * (where it is not the city) and then one category a variable, in this order; `total` stands for
 * all of a variable, so that each table holds its own margins.
 */
export type DeclaredTable<Key extends string = string> = {
  readonly key: string
  readonly title: string
  readonly area: AreaLevel
  readonly by: readonly Key[]
}

/** Tables that are published together, and the variables that they count by. */
export type Programme = {
  readonly tables: readonly DeclaredTable[]
  readonly variables: Readonly<Record<string, Variable>>
}

const mostVariables: Record<AreaLevel, number> = { city: 2, msoa: 1, ward: 1, lsoa: 0 }

/**
 * Why a programme of tables may not be published, in words; none when it may. At most two
 * variables for the city, one below, none for LSOAs; named combinations for the city only; a
 * breakdown on one ladder of areas, since MSOAs and wards cut each other into slivers; no margin
 * broken down oftener than its budget allows.
 */
export function refusalsOfProgramme(programme: Programme): string[] {
  const { tables, variables } = programme
  return [
    ...tables.flatMap((table) => refusalsOfShape(table, variables)),
    ...Object.values(variables).flatMap(refusalsOfVariable),
    ...refusalsOfLadders(tables),
    ...refusalsOfBudgets(programme),
    ...twice(tables.map(({ key }) => key)).map((key) => `Two tables are called "${key}".`),
  ]
}

/** Why a later version of a programme may not follow an earlier one: cut points never move. */
export function refusalsOfChange(earlier: Programme, later: Programme): string[] {
  const moved = Object.entries(earlier.variables).flatMap(([key, before]) => {
    const now = later.variables[key]
    const isSame = !now || keysOf(before).join() === keysOf(now).join()
    return isSame ? [] : [`"${key}" has two sets of categories.`]
  })
  const changed = earlier.tables.flatMap((before) => {
    const now = later.tables.find(({ key }) => key === before.key)
    const isSame = !now || (now.area === before.area && now.by.join() === before.by.join())
    return isSame ? [] : [`"${before.key}" was declared differently before.`]
  })
  return [...moved, ...changed, ...refusalsOfLadders([...earlier.tables, ...later.tables])]
}

const keysOf = ({ categories }: Variable) => categories.map(({ key }) => key)

function refusalsOfShape({ key, area, by }: DeclaredTable, variables: Programme['variables']) {
  const most = mostVariables[area]
  const used = by.flatMap((name) => variables[name] ?? [])
  const refusals: string[] = []
  if (used.length < by.length) refusals.push(`"${key}" counts by a variable that there is not.`)
  if (by.length > most) {
    refusals.push(`"${key}" counts by ${by.length} variables; for ${area} it is ${most}.`)
  }
  if (area !== 'city' && used.some(({ combinations }) => combinations)) {
    refusals.push(`"${key}" names combinations, which are for the city only.`)
  }
  if (twice([...by]).length > 0) refusals.push(`"${key}" counts by one variable twice.`)
  return refusals
}

function refusalsOfVariable(variable: Variable): string[] {
  const keys = keysOf(variable)
  return [
    ...(twice(keys).length > 0 ? [`"${variable.key}" has one category twice.`] : []),
    ...(keys.length < 2 ? [`"${variable.key}" has fewer than two categories.`] : []),
    ...(variable.base !== undefined && !keys.includes(variable.base)
      ? [`"${variable.key}" has a base that is none of its categories.`]
      : []),
  ]
}

function refusalsOfLadders(tables: readonly DeclaredTable[]): string[] {
  const on = (level: AreaLevel) =>
    new Set(tables.filter(({ area }) => area === level).flatMap(({ by }) => by))
  const wards = on('ward')
  return [...on('msoa')]
    .filter((name) => wards.has(name))
    .map((name) => `"${name}" is broken down by MSOA and by ward, which cut each other.`)
}

/**
 * Everybody in the city is broken down once by each variable, in however many tables it stands: the
 * same people are the same figure. Answers that add up to nothing spend nothing.
 */
function refusalsOfBudgets({ tables, variables }: Programme): string[] {
  const isSplit = ({ by }: DeclaredTable) => by.every((name) => variables[name]?.exclusive)
  const used = new Set(tables.filter(isSplit).flatMap(({ by }) => by))
  const parts = [...used].flatMap((name) => {
    const variable = variables[name]
    return variable?.exclusive ? [variable.categories.length] : []
  })
  const spent = spentBudget(parts)
  return spent > partitionBudget
    ? [`Everybody is broken down too often: ${spent.toFixed(2)} of ${partitionBudget}.`]
    : []
}

const twice = (names: string[]) => [
  ...new Set(names.filter((name, place) => names.indexOf(name) !== place)),
]
