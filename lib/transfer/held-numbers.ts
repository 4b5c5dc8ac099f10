import { keysOf } from '@/lib/people/matching/keys'
import type { WorkerScope } from '@/lib/worker'
import type { CheckedPerson } from './checked'
import { labelOfOwn, OWN } from './shared-numbers'

type Held = { line: number; type: (typeof OWN)[number]; norm: string; local_ref: string | null }

const isOwn = (type: string) => OWN.some((own) => own === type)

/**
 * Numbers that somebody else of the same agency has by an earlier file: another own number, another
 * first name and another birth. One of the two was mistyped, and only a person can say which: the
 * row says so, and its number is kept as it came and is evidence of nothing.
 */
export async function setHeldApart(
  { ask }: WorkerScope,
  agencyId: string,
  rows: readonly CheckedPerson[],
) {
  const numbers = rows.flatMap(({ line, parsed }) =>
    parsed.identifiers
      .filter(({ type, norm }) => norm !== '' && isOwn(type))
      .map(({ type, norm }) => ({ line, type, norm, parsed })),
  )
  if (numbers.length === 0) return
  const elsewhere = await ask<{ at: number }>(
    'select transfer.held_elsewhere($1, $2, $3, $4) as at',
    [
      agencyId,
      numbers.map(({ type }) => type),
      numbers.map(({ norm }) => norm),
      numbers.map(({ parsed }) => parsed.localRef),
    ],
  )
  if (elsewhere.length === 0) return
  const sent = elsewhere.flatMap(({ at }) => {
    const number = numbers[at - 1]
    if (!number) return []
    const { line, type, norm, parsed } = number
    const given = parsed.names.map((name) => name.norm.split(' ')[0] ?? '')
    return [{ line, type, norm, ref: parsed.localRef, birth: parsed.birth, given }]
  })
  const held = await ask<Held>('select * from transfer.held_by_others($1, $2)', [
    ...[agencyId, JSON.stringify(sent)],
  ])
  const byLine = new Map(rows.map((row) => [row.line, row]))
  for (const one of held) {
    const row = byLine.get(one.line)
    if (row) setApart(row, one)
  }
}

function setApart(row: CheckedPerson, { line, type, norm, local_ref: ref }: Held) {
  const whose = ref === null ? 'Somebody else of yours' : `Your ${ref}`
  const message = `${whose} has the same ${labelOfOwn(type)}, with another name and birth.`
  row.problems.push({ line, column: null, message })
  row.parsed.identifiers = row.parsed.identifiers.map((one) =>
    one.type === type && one.norm === norm ? { ...one, norm: '', check: 'warning' } : one,
  )
  row.facets.identifiers = row.facets.identifiers.filter(
    (one) => !(one.kind === type && one.value === norm),
  )
  row.parsed.keys = keysOf(row.facets)
}
