import { ETHNIC_GROUPS } from '@/lib/code-lists/ethnicity'
import { NEED_DOMAINS, NEED_STATES } from '@/lib/codes'

/** One answer of a variable: its key in a published cell, and its words. */
export type Category = { readonly key: string; readonly label: string }

/** What people are counted by. `exclusive`: each person has one answer; else any number. */
export type Variable = {
  readonly key: string
  readonly label: string
  readonly categories: readonly Category[]
  /** Known of a person, it would tell something they would not. */
  readonly sensitive: boolean
  readonly exclusive: boolean
  readonly combinations: boolean
}

/** The needs whose combinations are named: the core of Hard Edges and what goes with it most. */
export const combined = [
  'homelessness',
  'substance_use',
  'justice',
  'mental_health',
  'domestic_abuse',
  'money',
] as const

/** The three core disadvantages of *Hard Edges* (Lankelly Chase, 2015). */
export const core = ['homelessness', 'substance_use', 'justice'] as const

/**
 * A combination's key: 1 where the need is current, 0 where it is not known to be, in the order of
 * `combined`. Not known and not asked count as *not known to be*: every figure is "at least".
 */
export const combinationKey = (has: (need: string) => boolean): string =>
  combined.map((need) => (has(need) ? '1' : '0')).join('')

/** The needs that a combination's key names. */
export const needsOf = (combination: string): string[] =>
  combined.filter((_, place) => combination[place] === '1')

const labelOfNeed = (key: string) => NEED_DOMAINS.find((need) => need.key === key)?.label ?? key

const combinations: Category[] = Array.from({ length: 2 ** combined.length }, (_, bits) => {
  const key = bits.toString(2).padStart(combined.length, '0')
  return { key, label: needsOf(key).map(labelOfNeed).join(', ') || 'None of the six' }
})

const plain = (
  key: string,
  label: string,
  categories: readonly Category[],
  { sensitive = false, exclusive = true, combinations = false } = {},
): Variable => ({ key, label, categories, sensitive, exclusive, combinations })

/** Every variable people may be counted by. Cut points stand for the life of the programme. */
export const variables = {
  need: plain('need', 'Need', NEED_DOMAINS, { sensitive: true, exclusive: false }),
  // *Not a need* is left out: answers that add up to everybody, need after need, would be thirteen
  // more looks at the same total.
  answer: plain(
    'answer',
    'What is known',
    NEED_STATES.filter(({ key }) => key !== 'none'),
    { sensitive: true },
  ),
  number: plain(
    'number',
    'Number of needs now',
    [
      { key: '0', label: 'None known' },
      { key: '1', label: 'One' },
      { key: '2', label: 'Two' },
      { key: '3', label: 'Three' },
      { key: '4', label: 'Four' },
      { key: '5', label: 'Five or more' },
    ],
    { sensitive: true },
  ),
  several: plain(
    'several',
    'Two or more needs now',
    [
      { key: 'yes', label: 'Two or more' },
      { key: 'no', label: 'Fewer, or not known' },
    ],
    { sensitive: true },
  ),
  combination: plain('combination', 'Which needs come together', combinations, {
    ...{ sensitive: true, combinations: true },
  }),
  core: plain(
    'core',
    'Of homelessness, substance use and justice',
    [
      { key: '0', label: 'None known' },
      { key: '1', label: 'One' },
      { key: '2', label: 'Two' },
      { key: '3', label: 'All three' },
    ],
    { sensitive: true },
  ),
  age: plain('age', 'Age', [
    { key: '18-24', label: '18 to 24' },
    { key: '25-34', label: '25 to 34' },
    { key: '35-44', label: '35 to 44' },
    { key: '45-54', label: '45 to 54' },
    { key: '55-64', label: '55 to 64' },
    { key: '65+', label: '65 and over' },
    { key: 'not_known', label: 'Not known' },
  ]),
  sex: plain('sex', 'Sex', [
    { key: 'female', label: 'Female' },
    { key: 'male', label: 'Male' },
    { key: 'not_known', label: 'Not known, or not said' },
  ]),
  group: plain(
    'group',
    'Ethnic group',
    [...ETHNIC_GROUPS, { key: 'not_known', label: 'Not known, or not said' }],
    { sensitive: true },
  ),
  agencies: plain('agencies', 'Agencies in touch', [
    { key: '1', label: 'One' },
    { key: '2', label: 'Two' },
    { key: '3', label: 'Three' },
    { key: '4', label: 'Four or more' },
  ]),
} as const satisfies Record<string, Variable>

export type VariableKey = keyof typeof variables

/**
 * A declared table: who is counted by which variables, for which areas. A cell's keys are the area
 * (where it is not the city) and then one category a variable, in this order; `total` stands for
 * all of a variable, so that each table holds its own margins.
 */
export type Table = {
  readonly key: string
  readonly title: string
  readonly area: 'city' | 'ward'
  readonly by: readonly VariableKey[]
}

/** What a margin of a table is called in a cell's keys. */
export const TOTAL = 'total'

const tables = [
  { key: 'people', title: 'People in touch, by ward', area: 'ward', by: [] },
  { key: 'needs', title: 'What is known of each need', area: 'city', by: ['need', 'answer'] },
  { key: 'number', title: 'How many needs people have', area: 'city', by: ['number'] },
  {
    key: 'combinations',
    title: 'Which needs come together',
    area: 'city',
    by: ['combination'],
  },
  {
    key: 'several_by_ward',
    title: 'People with two or more needs, by ward',
    area: 'ward',
    by: ['several'],
  },
  { key: 'core_by_age', title: 'Core needs, by age', area: 'city', by: ['age', 'core'] },
  { key: 'core_by_sex', title: 'Core needs, by sex', area: 'city', by: ['sex', 'core'] },
  {
    key: 'core_by_group',
    title: 'Core needs, by ethnic group',
    area: 'city',
    by: ['group', 'core'],
  },
  {
    key: 'agencies_by_number',
    title: 'How many agencies, by number of needs',
    area: 'city',
    by: ['number', 'agencies'],
  },
] as const satisfies readonly Table[]

/**
 * The programme of tables, declared before anything is counted. Outsiders choose among these and
 * nothing else. A change is a new version, never an edit: earlier publications keep theirs.
 */
export const programme = {
  version: 1,
  population: 'People in touch with an agency that lets its work be counted, in twelve months',
  tables: tables as readonly Table[],
} as const

/** A table of the programme by its key; undefined for what was never declared. */
export const tableOf = (key: string): Table | undefined =>
  programme.tables.find((table) => table.key === key)
