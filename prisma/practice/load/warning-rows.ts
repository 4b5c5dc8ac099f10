import { addDays } from '../lives/days'
import type { Day, Entry } from '../lives/entry-types'
import type { Life } from '../lives/types'
import type { Context } from './entry-context'
import { addEntry } from './entry-context'
import { childId } from './ids'

/** Warnings with their evidence, and markers, which lapse like them. */
export function addWarnings(context: Context, life: Life): void {
  for (const one of life.warnings) {
    addEntry(context, 'warning', one, 'safety', {
      kind: one.kind,
      headline: one.headline,
      told: one.told === 'yes' ? 'yes' : 'no',
      told_on: one.told === 'yes' ? one.from : null,
      starts_on: one.from,
      lapses_on: one.lapsesOn,
      ended_at: one.endedOn ? `${one.endedOn}T16:00:00.000Z` : null,
      renewed_from: one.renews,
    })
    const evidence = [one.detail, one.evidence].filter(Boolean).join('\n')
    const id = childId(context.seed, 'evidence', one.id, one.givenAt)
    const row = { warning_id: one.id, evidence }
    // What to do reaches everybody; what it rests on is the team's own to share.
    addEntry(context, 'warning_detail', one, '', row, { id, categories: [] })
    addEnd(context, one)
  }
  for (const one of life.markers) {
    const level = one.level ? `, ${one.level}` : ''
    addEntry(context, 'warning', one, '', {
      kind: one.kind,
      headline: `${one.kind.toUpperCase()}${level}`,
      told: 'no',
      told_on: null,
      starts_on: one.heardOn,
      lapses_on: one.reviewOn ?? addDays(one.heardOn, 365),
      ended_at: one.endedOn ? `${one.endedOn}T16:00:00.000Z` : null,
      renewed_from: null,
    })
    addEnd(context, one)
  }
}

/** Why one ended, in the words that its worker would have typed. */
function addEnd(context: Context, one: Entry & { endedOn: Day | null }): void {
  if (one.endedOn === null) return
  const givenAt = `${one.endedOn}T16:00:00.000Z`
  const id = childId(context.seed, 'warning end', one.id, givenAt)
  const row = { warning_id: one.id, reason: 'No longer so' }
  // As what it rests on: the team's own to share, unless the warning is of something protected.
  const safe = one.categories.every((category) => category === 'safety')
  addEntry(context, 'warning_end', one, '', row, { id, givenAt, ...(safe && { categories: [] }) })
}
