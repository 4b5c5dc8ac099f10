import type { VariableKey } from './variables'
import type { DeclaredTable } from './rules/declared-table'

/** A table of the programme: of the city, or by ward. */
export type Table = DeclaredTable<VariableKey> & { readonly area: 'city' | 'ward' }

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
  {
    key: 'among_several',
    title: 'Needs among people with two or more of six',
    area: 'city',
    by: ['among'],
  },
  {
    key: 'gendered_by_sex',
    title: 'Four domains with abuse and mental health, by sex',
    area: 'city',
    by: ['sex', 'gendered'],
  },
  {
    key: 'changing_futures',
    title: 'The five of Changing Futures',
    area: 'city',
    by: ['changing'],
  },
  {
    key: 'if_joined',
    title: 'Overlap, were all suggested pairs one person',
    area: 'city',
    by: ['joined'],
  },
  {
    key: 'unsure_by_group',
    title: 'People with records that may be of somebody else counted, by ethnic group',
    area: 'city',
    by: ['group', 'unsure'],
  },
  { key: 'left_out', title: 'People who are left out', area: 'city', by: ['left_out'] },
  { key: 'flow', title: 'What came of referrals', area: 'city', by: ['flow'] },
  {
    key: 'flow_by_age',
    title: 'What came of referrals, by age',
    area: 'city',
    by: ['age', 'flow'],
  },
  {
    key: 'flow_by_sex',
    title: 'What came of referrals, by sex',
    area: 'city',
    by: ['sex', 'flow'],
  },
  {
    key: 'flow_by_group',
    title: 'What came of referrals, by ethnic group',
    area: 'city',
    by: ['group', 'flow'],
  },
  { key: 'refusals', title: 'Why referrals were declined', area: 'city', by: ['refusal'] },
  { key: 'activity', title: 'Contacts, plans and places to stay', area: 'city', by: ['activity'] },
  { key: 'abuse', title: 'Domestic abuse, by direction', area: 'city', by: ['direction'] },
  { key: 'outcomes', title: 'What became of people', area: 'city', by: ['outcome'] },
] as const satisfies readonly Table[]

/**
 * The programme of tables, declared before anything is counted. Outsiders choose among these and
 * nothing else. A change is a new version, never an edit: earlier publications keep theirs.
 */
export const programme = {
  version: 2,
  population: 'People in touch with an agency that lets its work be counted, in twelve months',
  tables: tables as readonly Table[],
} as const

/**
 * Versions whose tables mean the same here: the second added tables to the first, and changed none.
 */
export const readVersions: readonly number[] = [1, 2]

/** A table of the programme by its key; undefined for what was never declared. */
export const tableOf = (key: string): Table | undefined =>
  programme.tables.find((table) => table.key === key)
