import { ETHNICITY } from '@/lib/code-lists/ethnicity'
import { NEED_DOMAINS } from '@/lib/codes'
import { programme, TOTAL, type Table } from '../programme'
import { combined, core, variables } from '../variables'
import { crossed, joined, withheldCells, withheldMarks } from '../rules/withheld-cells'
import { publishedCount } from '../rules/cell-key'
import { digestMembers } from '../rules/member-digest'
import { profiles, tableOfProfile, type Profile } from '../rules/protection-profiles'
import { NoProof } from '../rules/provable-interval'
import { refusalOfWaiting } from '../rules/waiting-links'
import { repeatOrRenew, type PublishedValue } from '../rules/repeated-value'
import { accuracyOf } from './accuracy'
import { auditCells, type RuledCell } from './audit'
import { countCells, looseOf, type CountedCell } from './count-cells'
import { giveNumbers } from './person-keys'
import type { PublisherScope } from './publisher-scope'

/** A publication that waits to be built. */
export type Build = { id: string; profile: Profile; frozen: boolean }

type Cell = RuledCell & { counted: CountedCell; withheld: string | null; shownAs: PublishedValue }

const nobody = digestMembers([])

/**
 * Builds one publication from the extract to the figures that wait for two people: counts every
 * declared table, withholds what the shape of the truth would tell, changes each figure by its
 * people's own numbers, and plays the reader against all of it. What the audit refuses is not
 * published, and says why; a fault publishes nothing.
 *
 * @param secret what people's numbers are made with (`readInsightKey`)
 */
export async function buildPublication(
  scope: PublisherScope,
  { id, profile, frozen }: Build,
  secret: Uint8Array,
): Promise<void> {
  if (!frozen) {
    await scope.ask('select insight.freeze($1, $2, $3, $4, $5)', [
      ...[id, NEED_DOMAINS.map(({ key }) => key), combined, core],
      JSON.stringify(Object.fromEntries(ETHNICITY.map(({ key, group }) => [key, group]))),
    ])
  }
  const { people, waiting } = await waitingOf(scope, id)
  const refusal = refusalOfWaiting(people, waiting)
  if (refusal !== null) {
    await scope.ask('select insight.fail_build($1, $2, $3)', [id, refusal, '{}'])
    return
  }
  await giveNumbers(scope, id, secret)
  const last = await nearestCells(scope, id)
  const wards = await wardsOf(scope, id)
  const cells: Cell[] = []
  for (const [at, table] of programme.tables.entries()) {
    await tell(scope, id, table.title, at)
    cells.push(
      ...ruled({ table, counted: await countCells(scope, id, table), profile, last, wards }),
    )
  }
  await tell(scope, id, 'audit', programme.tables.length)
  const report = await audited(cells, { wards, profile, waiting })
  if (report.refusals.length > 0) {
    const why = 'The audit refused it: somebody could be worked out from what it would show.'
    await scope.ask('select insight.fail_build($1, $2, $3)', [id, why, JSON.stringify(report)])
    return
  }
  await scope.ask('select insight.finish_build($1, $2, $3)', [
    ...[id, JSON.stringify(cells.map(stored)), JSON.stringify(report)],
  ])
}

type Audited = { wards: readonly string[]; profile: Profile; waiting: number }

async function audited(cells: readonly Cell[], { wards, profile, waiting }: Audited) {
  try {
    const report = await auditCells(cells, wards, profiles[profile], waiting)
    return { ...report, accuracy: accuracyOf(cells) }
  } catch (error) {
    if (!(error instanceof NoProof)) throw error
    return { refusals: ['The audit came to no answer, so nothing is published.'], warnings: [] }
  }
}

const tell = (scope: PublisherScope, id: string, step: string, done: number) =>
  scope.ask('select insight.tell_step($1, $2, $3, $4)', [
    ...[id, step, done, programme.tables.length + 1],
  ])

/** How many people would be counted, and of how many a record may be somebody else's counted. */
async function waitingOf({ ask }: PublisherScope, id: string) {
  const [counted] = await ask<{ people: number; waiting: number }>(
    `select count(*)::int as people,
       count(*) filter (where 'pair_waits' = any (marks))::int as waiting
     from frozen.person where publication_id = $1 and left_out is null`,
    [id],
  )
  return counted ?? { people: 0, waiting: 0 }
}

type LastCell = {
  table_key: string
  keys: string[]
  value: number
  size: number
  digests: string[]
}

async function nearestCells({ ask }: PublisherScope, id: string) {
  const rows = await ask<LastCell>('select * from insight.nearest_cells($1)', [id])
  return new Map(
    rows.map(({ table_key: key, keys, value, size, digests }) => {
      const [a = 0, b = 0, c = 0, d = 0] = digests.map(Number)
      return [
        joined([key, ...keys]),
        { shown: value, digest: { size, sums: [a, b, c, d] as const } },
      ]
    }),
  )
}

const wardsOf = async ({ ask }: PublisherScope, id: string) =>
  (await ask<{ code: string }>('select insight.wards($1) as code', [id])).map(({ code }) => code)

type Counted = {
  table: Table
  counted: readonly CountedCell[]
  profile: Profile
  last: ReadonlyMap<string, PublishedValue>
  wards: readonly string[]
}

/**
 * Every cell that a table declares, with what it is published as. Where nobody is counted too: the
 * reader knows those cells as well.
 */
function ruled({ table, counted, profile, last, wards }: Counted): Cell[] {
  const axes = axesOf(table, wards)
  const found = new Map(counted.map((cell) => [joined(cell.keys), cell]))
  const people = new Map(counted.map((cell) => [joined(cell.keys), cell.people]))
  const loose = looseOf(table)
  const base = loose && variables[loose].base
  const withheld = loose ? withheldMarks(axes, people, base) : withheldCells(axes, people, TOTAL)
  const lists = axes.map(({ categories, exclusive }) =>
    // Answers that add up to nothing have no total, nor has who gave one of each.
    loose && (!exclusive || table.by.includes('need')) ? categories : [...categories, TOTAL],
  )
  return crossed(lists).map((keys) => {
    const cell = found.get(joined(keys)) ?? emptyCell(table.key, keys)
    const reason = withheld.get(joined(keys)) ?? null
    const fresh = {
      shown: publishedCount(tableOfProfile(profile), cell.people, cell.key),
      digest: cell.digest,
    }
    const shownAs = repeatOrRenew(last.get(joined([table.key, ...keys])), fresh)
    return {
      ...{ table, keys, people: cell.people, counted: cell, withheld: reason, shownAs },
      value: reason === null ? shownAs.shown : null,
      repeated: shownAs !== fresh,
    }
  })
}

const emptyCell = (tableKey: string, keys: string[]): CountedCell => ({
  ...{ tableKey, keys, people: 0, key: 0, digest: nobody },
})

/** A table's axes: every ward, and its variables. */
function axesOf({ area, by }: Table, wards: readonly string[]) {
  const place = { categories: wards, sensitive: false, exclusive: true }
  return [
    ...(area === 'city' ? [] : [place]),
    ...by.map((key) => ({
      ...{ sensitive: variables[key].sensitive, exclusive: variables[key].exclusive },
      categories: variables[key].categories.map((category) => category.key),
    })),
  ]
}

const stored = ({ table, keys, value, counted, withheld, repeated, shownAs }: Cell) => ({
  ...{
    t: table.key,
    k: keys,
    v: value,
    p: counted.people,
    c: counted.key,
    w: withheld,
    r: repeated,
  },
  ...{ s: shownAs.digest.size, d: shownAs.digest.sums },
})
