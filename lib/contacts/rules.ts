import { addDays, londonInstant, today, type PlainDate } from '@/lib/dates'
import { NOT_SAID, NOT_TRIED } from './lists'
import type { ContactInput } from './schema'

/** The headline that a minute note's answers make: how it was, and what came of it. */
export function headlineOf({
  what,
  kind,
  outcome,
}: Pick<ContactInput, 'what' | 'kind' | 'outcome'>): { kind: string; outcome: string } {
  switch (what) {
    case 'seen':
      return { kind: kind ?? NOT_SAID, outcome: 'kept' }
    case 'phone':
      return { kind: 'phone', outcome: 'kept' }
    case 'tried':
      return {
        kind: kind ?? NOT_SAID,
        outcome: outcome === null || NOT_TRIED.includes(outcome) ? 'not_seen' : outcome,
      }
    case 'other':
      return { kind: kind ?? 'decision', outcome: outcome ?? 'information' }
  }
}

/** The London day it was. Last night is that of the day before, at two in the morning too. */
export function dayOf({ when, date }: Pick<ContactInput, 'when' | 'date'>, now: Date): PlainDate {
  const day = today(now)
  switch (when) {
    case 'now':
    case 'morning':
      return day
    case 'night':
    case 'yesterday':
      return addDays(day, -1)
    case 'earlier':
      return date ?? day
  }
}

/** When exactly, as an instant; null when only the day is known. */
export function momentOf(
  { when, date, time }: Pick<ContactInput, 'when' | 'date'> & { time?: string | null | undefined },
  now: Date,
): Date | null {
  if (when === 'now') return now
  return when === 'earlier' && date && time ? londonInstant(date, time) : null
}

/**
 * Words that label a person rather than say what happened. The form underlines none and blocks
 * nothing: it asks "what happened?" beside them.
 */
export const LABELLING = [
  'chaotic',
  'non-compliant',
  'noncompliant',
  'refuses to engage',
  'refused to engage',
  'failed to engage',
  'disengaged',
  'attention-seeking',
  'attention seeking',
  'manipulative',
  'difficult',
  'aggressive',
  'frequent flyer',
  'drug seeking',
  'hard to reach',
  'failed to attend',
  'dna',
] as const

/** The labelling words in a text, each once, in the order met. Whole words only. */
export function labelsIn(text: string): string[] {
  const found = LABELLING.map((label) => ({
    label,
    at: text.search(new RegExp(`(?<![\\p{L}\\p{N}])${label}(?![\\p{L}\\p{N}])`, 'iu')),
  }))
  return found
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ label }) => label)
}
