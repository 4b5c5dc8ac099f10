import type { Facets } from '@/lib/people/matching/facets'
import { keysOf } from '@/lib/people/matching/keys'
import type { WorkerScope } from '@/lib/worker'
import { labelOfOwn, OWN } from './shared-numbers'
import type { Problem } from './problems'
import type { storedPerson } from './prepare'

/** A row of people that is going to be taken in, with what it is compared by. */
type Row = {
  line: number
  parsed: ReturnType<typeof storedPerson>
  facets: Facets
  problems: Problem[]
}

type Held = { line: number; type: (typeof OWN)[number]; norm: string; local_ref: string | null }

/**
 * Numbers that somebody else of the same agency has by an earlier file: another own number, another
 * first name and another birth. One of the two was mistyped, and only a person can say which: the
 * row says so, and its number is kept as it came and is evidence of nothing.
 */
export async function setHeldApart({ ask }: WorkerScope, agencyId: string, rows: readonly Row[]) {
  const sent = rows.flatMap(({ line, parsed }) =>
    parsed.identifiers
      .filter(({ type, norm }) => norm !== '' && OWN.some((own) => own === type))
      .map(({ type, norm }) => ({
        ...{ line, type, norm, ref: parsed.localRef, birth: parsed.birth },
        given: parsed.names.map((name) => name.norm.split(' ')[0] ?? ''),
      })),
  )
  if (sent.length === 0) return
  const held = await ask<Held>('select * from transfer.held_by_others($1, $2)', [
    ...[agencyId, JSON.stringify(sent)],
  ])
  for (const { line, type, norm, local_ref: ref } of held) {
    const row = rows.find((one) => one.line === line)
    if (!row) continue
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
}
