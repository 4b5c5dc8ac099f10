import { expect, test } from 'vitest'
import { goesToField, letterOf } from '@/app/identity/letters'
import type { Side } from '@/lib/identity/view'
import { pairColumns } from '@/app/identity/pair-columns'
import type { ListedPair } from '@/lib/identity/review'
import { compared, isWeakChain, sideBirth, weightWords } from '@/lib/identity/words'

const side = (given: string, more: Partial<Side> = {}): Side => ({
  ...{ agency: 'Housing', own: true, ref: null, nameHidden: false, typed: false, numbers: [] },
  names: [{ given, middle: '', family: 'Brocklehurst', kind: 'legal' }],
  births: [{ year: 1967, month: 5, day: 18, estimated: false }],
  ...more,
})
const marked = (one: Side, other: Side) =>
  compared(one, other).flatMap(({ values }) =>
    values.flatMap(({ text, differs }) => (differs ? [text] : [])),
  )

test('what one record says and the other does not is marked', () => {
  expect(marked(side('William'), side('WILLIAM'))).toEqual([])
  expect(marked(side('William'), side('Billy'))).toEqual(['William Brocklehurst'])
  const born = [{ year: 1967, month: 5, day: 19, estimated: false }]
  expect(marked(side('William'), side('William', { births: born }))).toEqual(['18 May 1967'])
  const numbers = (value: string) => ({ numbers: [{ type: 'nhs', value }] })
  expect(marked(side('W', numbers('999 002 4588')), side('W', numbers('999 002 8915')))).toEqual([
    'NHS number: 999 002 4588',
  ])
})

test('what the other does not say at all is no difference, nor is a protected name shown', () => {
  expect(marked(side('William'), side('William', { births: [], names: [] }))).toEqual([])
  const hidden = side('Secret', { nameHidden: true })
  expect(JSON.stringify(compared(hidden, side('William')))).not.toContain('Secret')
  expect(marked(side('William'), hidden)).toEqual([])
})

test('how much a line says, both ways alike', () => {
  expect([0.2, 1, 5, 14].map(weightWords)).toEqual([
    ...['Says nothing', 'A little for', 'Speaks for', 'Strongly for'],
  ])
  expect([-0.2, -1, -5, -14].map(weightWords)).toEqual([
    ...['Says nothing', 'A little against', 'Speaks against', 'Strongly against'],
  ])
})

test('a chain is weak where one pair alone joins records that are otherwise not alike', () => {
  const pair = { one: side('William'), other: side('William'), across: 1 }
  const brother = { ...side('Thomas'), beside: 'one' as const }
  const twin = { ...side('William'), beside: 'one' as const }
  expect(isWeakChain({ ...pair, beside: [brother] })).toBe(true)
  expect(isWeakChain({ ...pair, beside: [twin] })).toBe(false)
  expect(isWeakChain({ ...pair, beside: [brother], across: 2 })).toBe(false)
  expect(isWeakChain({ ...pair, beside: [{ ...brother, nameHidden: true }] })).toBe(false)
  expect(isWeakChain({ ...pair, beside: [] })).toBe(false)
})

const key = (pressed: string, more = {}) => ({
  ...{ key: pressed, ctrlKey: false, altKey: false, metaKey: false, repeat: false },
  ...{ defaultPrevented: false, isComposing: false, ...more },
})

test('a letter by itself is a key; with Ctrl, held down or handled already it is not', () => {
  expect(letterOf(key('s'))).toBe('S')
  expect(letterOf(key('S'))).toBe('S')
  for (const no of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }])
    expect(letterOf(key('s', no))).toBeNull()
  for (const other of ['Enter', 'Tab', '1', ' ', 'é']) expect(letterOf(key(other))).toBeNull()
})

test('letters belong to a field while it has the focus', () => {
  const within = (found: string | null) => ({ closest: () => found }) as unknown as EventTarget
  expect(goesToField(within('input'))).toBe(true)
  expect(goesToField(within(null))).toBe(false)
  expect(goesToField(null)).toBe(false)
})

test('a list has columns for how likely and why only where there is something in them', () => {
  const level = { field: 'name', bits: 3, words: 'the same name' }
  const pair = (more: Partial<ListedPair>) =>
    ({ id: 'a', bits: null, levels: [], one: side('A'), other: side('B'), ...more }) as ListedPair
  const keys = (...pairs: ListedPair[]) => pairColumns('/identity', pairs).map(({ key }) => key)
  expect(keys(pair({}))).toEqual(['one', 'other'])
  expect(keys(pair({}), pair({ bits: 2, levels: [level] as ListedPair['levels'] }))).toEqual([
    ...['one', 'other', 'likely', 'why'],
  ])
  expect(sideBirth(side('A', { births: [] }))).toBe('date of birth not known')
})
