/** From the whole place down. LSOA nests in MSOA, and in wards as they are assigned here. */
export type AreaLevel = 'city' | 'msoa' | 'ward' | 'lsoa'

/** What people are counted by. */
export interface DeclaredVariable {
  name: string
  categories: readonly string[]
  /** Known of a person, it would tell something they would not: a need, a group, an outcome. */
  sensitive: boolean
  /** Combinations by name ("homelessness and substance use"), rather than one margin each. */
  combinations: boolean
}

/** A table that was declared before anything was counted. */
export interface DeclaredTable {
  name: string
  area: AreaLevel
  variables: readonly DeclaredVariable[]
}

const mostVariables: Record<AreaLevel, number> = { city: 2, msoa: 1, ward: 1, lsoa: 0 }

/**
 * Why a programme of tables may not be published, in words; none when it may. At most two
 * variables for the city, one below, none for LSOAs; named combinations for the city only; a
 * breakdown on one ladder of areas, since MSOAs and wards cut each other into slivers; one set of
 * categories for each variable.
 */
export function refusalsOfProgramme(tables: readonly DeclaredTable[]): string[] {
  return [
    ...tables.flatMap(refusalsOfShape),
    ...refusalsOfLadders(tables),
    ...refusalsOfCategories(tables),
    ...twice(tables.map(({ name }) => name)).map((name) => `Two tables are called "${name}".`),
  ]
}

/** Why a later version of a programme may not follow an earlier one: cut points never move. */
export function refusalsOfChange(
  earlier: readonly DeclaredTable[],
  later: readonly DeclaredTable[],
): string[] {
  return [
    ...refusalsOfLadders([...earlier, ...later]),
    ...refusalsOfCategories([...earlier, ...later]),
  ]
}

function refusalsOfShape({ name, area, variables }: DeclaredTable): string[] {
  const most = mostVariables[area]
  const refusals: string[] = []
  if (variables.length > most) {
    refusals.push(`"${name}" counts by ${variables.length} variables; for ${area} it is ${most}.`)
  }
  if (area !== 'city' && variables.some(({ combinations }) => combinations)) {
    refusals.push(`"${name}" names combinations, which are for the city only.`)
  }
  if (twice(variables.map((variable) => variable.name)).length > 0) {
    refusals.push(`"${name}" counts by one variable twice.`)
  }
  if (variables.some(({ categories }) => twice([...categories]).length > 0)) {
    refusals.push(`"${name}" has one category twice.`)
  }
  if (variables.some(({ categories }) => categories.length < 2)) {
    refusals.push(`"${name}" counts by a variable with fewer than two categories.`)
  }
  return refusals
}

function refusalsOfLadders(tables: readonly DeclaredTable[]): string[] {
  const on = (level: AreaLevel) =>
    new Set(
      tables
        .filter(({ area }) => area === level)
        .flatMap(({ variables }) => variables.map(({ name }) => name)),
    )
  const wards = on('ward')
  return [...on('msoa')]
    .filter((name) => wards.has(name))
    .map((name) => `"${name}" is broken down by MSOA and by ward, which cut each other.`)
}

function refusalsOfCategories(tables: readonly DeclaredTable[]): string[] {
  const sets = new Map<string, Set<string>>()
  for (const { name, categories } of tables.flatMap(({ variables }) => [...variables])) {
    sets.set(name, (sets.get(name) ?? new Set()).add(JSON.stringify(categories)))
  }
  return [...sets]
    .filter(([, kinds]) => kinds.size > 1)
    .map(([name]) => `"${name}" has two sets of categories.`)
}

const twice = (names: string[]) => [
  ...new Set(names.filter((name, place) => names.indexOf(name) !== place)),
]
