import { ETHNIC_GROUPS } from '@/lib/code-lists/ethnicity'
import { NEED_DOMAINS, NEED_STATES } from '@/lib/codes'
import type { Category, Variable } from './rules/declared-table'
import { marks } from './marks'

/** The needs whose combinations are named: the core of Hard Edges and what goes with it most. */
export const combined = [
  'homelessness',
  'substance_use',
  'justice',
  'mental_health',
  'domestic_abuse',
  'money',
] as const

/**
 * The four domains that a count of women’s disadvantage needs (Sosenko, Bramley and Johnsen, 2020):
 * violence and abuse and mental health beside two of the core.
 */
export const genderedNeeds = [
  'homelessness',
  'substance_use',
  'mental_health',
  'domestic_abuse',
] as const

/** The five of Changing Futures (the programme’s prospectus, 2020). */
export const changingNeeds = [
  'homelessness',
  'substance_use',
  'justice',
  'mental_health',
  'domestic_abuse',
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

/** How many of some needs are there now: none known, one, ... up to all of them. */
const howMany = (words: readonly string[]): Category[] =>
  words.map((label, count) => ({ key: String(count), label }))

const severalOrFewer: Category[] = [
  { key: 'yes', label: 'Two or more' },
  { key: 'no', label: 'Fewer, or not known' },
]

const agencyBands: Category[] = [
  { key: '1', label: 'One' },
  { key: '2', label: 'Two' },
  { key: '3', label: 'Three' },
  { key: '4', label: 'Four or more' },
]

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
  several: plain('several', 'Two or more needs now', severalOrFewer, { sensitive: true }),
  combination: plain('combination', 'Which needs come together', combinations, {
    ...{ sensitive: true, combinations: true },
  }),
  core: plain(
    'core',
    'Of homelessness, substance use and justice',
    howMany(['None known', 'One', 'Two', 'All three']),
    { sensitive: true },
  ),
  gendered: plain(
    'gendered',
    'Of homelessness, substance use, mental health and domestic abuse',
    howMany(['None known', 'One', 'Two', 'Three', 'All four']),
    { sensitive: true },
  ),
  changing: plain(
    'changing',
    'Of the five of Changing Futures',
    howMany(['None known', 'One', 'Two', 'Three', 'Four', 'All five']),
    { sensitive: true },
  ),
  among: plain(
    'among',
    'People with two or more of six needs, and which',
    [
      { key: 'several', label: 'Two or more of the six' },
      ...combined.map((key) => ({ key, label: labelOfNeed(key) })),
    ],
    { sensitive: true, exclusive: false },
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
  agencies: plain('agencies', 'Agencies in touch', agencyBands),
  ...marks,
} as const satisfies Record<string, Variable>

export type VariableKey = keyof typeof variables
