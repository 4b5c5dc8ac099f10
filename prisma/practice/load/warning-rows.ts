import { addDays } from '../lives/days'
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
      ended_reason: one.endedOn ? 'no_longer' : null,
      renewed_from: one.renews,
    })
    const evidence = [one.detail, one.evidence].filter(Boolean).join('\n')
    const id = childId(context.seed, 'evidence', one.id, one.givenAt)
    const row = { warning_id: one.id, evidence }
    addEntry(context, 'warning_detail', one, '', row, { id })
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
      ended_reason: one.endedOn ? 'no_longer' : null,
      renewed_from: null,
    })
  }
}
