import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { cellKeyOf, entryFor, publishedCount } from '@/lib/insight/rules/cell-key'
import { digestKey, keptAfterMerge, personKey } from '@/lib/insight/rules/person-key'
import { profiles, tableOfProfile } from '@/lib/insight/rules/protection-profiles'
import { keySpace, makePerturbationTable } from '@/lib/insight/rules/perturbation-table'
import { random } from '@/prisma/practice/random'

const folder = '../shared/data/sdc'
const isThere = existsSync(folder)
const skipped = isThere ? '' : ` (skipped: ${folder} is not here)`
const rowsOf = (file: string) =>
  parse<Record<string, string>>(readFileSync(`${folder}/${file}`), { columns: true })

describe.skipIf(!isThere)(`the published example of cell keys${skipped}`, () => {
  // Record keys there have five digits, so cell keys are whole hundred-thousandths.
  const space = 100_000
  const table = makePerturbationTable({ D: 5, V: 3, js: 2, pstay: 0.5 })
  const records = isThere ? rowsOf('cellkey_records_sex_age_rkey.csv') : []
  const expected = isThere ? rowsOf('cellkey_table_sex_age_expected.csv') : []
  const cells = expected.map(({ sex, age }) => {
    const members = records.filter(
      (record) =>
        (sex === 'Total' || record.sex === sex) && (age === 'Total' || record.age === age),
    )
    const key = cellKeyOf(
      members.map(({ rkey }) => Math.round(Number(rkey) * space)),
      space,
    )
    const v = entryFor(table, members.length, (key / space) * keySpace).v
    return { n: members.length, key: key / space, v }
  })

  test('every cell is reproduced exactly', () => {
    expect(cells.length).toBe(21)
    expect(cells.map(({ n, key, v }) => [n, key.toFixed(5), v, n + v])).toEqual(
      expected.map(({ n, cellkey, pert, pn }) => [
        ...[Number(n), Number(cellkey).toFixed(5)],
        ...[Number(pert), Number(pn)],
      ]),
    )
  })

  test('and so are the sums that the package tests itself by', () => {
    const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
    expect(mean(cells.map(({ n, v }) => n + v)).toFixed(3)).toBe('872.333')
    expect(mean(cells.map(({ key }) => key)).toFixed(3)).toBe('0.456')
    expect(mean(cells.map(({ v }) => v)).toFixed(3)).toBe('-0.048')
  })
})

const secret = Uint8Array.from({ length: 32 }, (_, k) => k)

describe('keys of people', () => {
  // Computed by Python's hmac.
  test('are the first 32 bits of the HMAC of the id', () => {
    expect(personKey(secret, '0190a5c2-7b1e-7c3a-9f00-0123456789ab')).toBe(2_530_132_897)
    expect(personKey(secret, '0190A5C2-7b1e-7c3a-9f00-0123456789ac')).toBe(4_007_308_261)
    expect(digestKey(secret, '0190a5c2-7b1e-7c3a-9f00-0123456789ab')).toBe(1_741_970_183)
  })

  test('are refused without a long secret or without an id', () => {
    expect(() => personKey(secret.slice(1), 'a')).toThrow(/32 bytes/)
    expect(() => digestKey(secret.slice(1), 'a')).toThrow(/32 bytes/)
    expect(() => personKey(secret, '')).toThrow(/without an id/)
  })

  test('of a merged person are those of the older, whichever is named first', () => {
    const old = { keyId: 'b', since: '2024-03-01T00:00:00Z' }
    const young = { keyId: 'a', since: '2026-03-01T00:00:00Z' }
    expect(keptAfterMerge(old, young)).toBe(old)
    expect(keptAfterMerge(young, old)).toBe(old)
    const twin = { keyId: 'a', since: old.since }
    expect(keptAfterMerge(old, twin)).toBe(keptAfterMerge(twin, old))
  })
})

describe('a published count', () => {
  const table = tableOfProfile('open')

  test('does not depend on the order in which people are counted', () => {
    const keys = [4_294_967_295, 17, 2_147_483_648, 99]
    expect(cellKeyOf(keys)).toBe(cellKeyOf(keys.toReversed()))
    expect(cellKeyOf(keys)).toBe((4_294_967_295 + 17 + 2_147_483_648 + 99) % 2 ** 32)
  })

  test('is refused for what is no key or no count', () => {
    expect(() => cellKeyOf([1.5])).toThrow(/whole number/)
    expect(() => cellKeyOf([2 ** 32])).toThrow(/whole number/)
    expect(() => publishedCount(table, -1, 0)).toThrow(/whole number/)
    expect(() => publishedCount(table, 3, 2 ** 32)).toThrow(/No entry/)
    expect(() => publishedCount(table, 3, -1)).toThrow(/No entry/)
  })

  test('changes at the bound of an entry and not one key before', () => {
    const [first, second] = table.rows[2] ?? []
    const bound = first?.keyBelow ?? NaN
    expect(publishedCount(table, 2, bound - 1)).toBe(first?.j)
    expect(publishedCount(table, 2, bound)).toBe(second?.j)
    expect(publishedCount(table, 1000, 0)).toBe(990)
    expect(publishedCount(table, 0, 12_345)).toBe(0)
  })

  test.each(['open', 'commissioner'] as const)(
    '%s: over 200,000 keys the mean change is 0 and the variance V, and 1 to js never appear',
    (profile) => {
      const { bits } = random(`keys of ${profile}`)
      const { D, V, js } = profiles[profile]
      for (let n = 2; n <= 60; n++) {
        let sum = 0
        let squares = 0
        for (let k = 0; k < 200_000; k++) {
          const shown = publishedCount(tableOfProfile(profile), n, bits())
          if (shown < 0 || (shown >= 1 && shown <= js)) throw new Error(`${n} shown as ${shown}`)
          if (Math.abs(shown - n) > D) throw new Error(`${n} shown as ${shown}`)
          sum += shown - n
          squares += (shown - n) ** 2
        }
        expect(Math.abs(sum / 200_000)).toBeLessThan(0.03)
        expect(Math.abs(squares / 200_000 / V - 1)).toBeLessThan(0.02)
      }
    },
  )
})
