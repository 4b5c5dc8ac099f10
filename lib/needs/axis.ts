import { dateParts, daysBetween, type PlainDate } from '@/lib/dates'
import { windowStart } from './rules'
import type { Step } from './steps'

/** Where a day stands in the five years, in per cent of their width. */
export function placeOf(day: PlainDate, now: PlainDate): number {
  const start = windowStart(now)
  const share = (100 * daysBetween(start, day)) / daysBetween(start, now)
  return Math.round(Math.min(100, Math.max(0, share)) * 100) / 100
}

/** The first of January of each year within the five years. */
export function yearMarks(now: PlainDate): { year: number; at: number }[] {
  const first = dateParts(windowStart(now)).year + 1
  const years = Array.from({ length: dateParts(now).year - first + 1 }, (_, i) => first + i)
  return years.map((year) => ({ year, at: placeOf(`${year}-01-01`, now) }))
}

export type StepLabel = { words: string; at: number; end: boolean; over: number }

/** About the widest that a letter of a label is, in pixels. */
const letter = 6.8

/**
 * Which steps can be labelled in a lane at least so many pixels wide, and where: at the step's
 * beginning, or, for the last one, against the edge where its words would run over it. `over`: the
 * highest step that the words stand above. What has no room is said beside the lane and in the
 * table; the newest has room before the older ones.
 */
export function labelsOf(steps: readonly Step[], now: PlainDate, width: number): StepLabel[] {
  const labels: StepLabel[] = []
  let limit = 100
  for (const step of [...steps].reverse()) {
    const words = labelWords(step)
    const takes = (100 * (words.length * letter + 6)) / width
    const at = placeOf(step.from, now)
    const fits = at + takes <= limit
    const end = !fits && labels.length === 0 && takes <= 100
    if (!fits && !end) continue
    const from = end ? 100 - takes : at
    const under = steps.filter(
      (one) => placeOf(one.from, now) < from + takes && placeOf(one.to, now) > from,
    )
    const over = Math.max(step.height, ...under.map(({ height }) => height))
    labels.unshift({ words, at: end ? 100 : at, end, over })
    limit = from
  }
  return labels
}

const labelWords = ({ old, saidOn, words }: Step) =>
  old ? `not said again since ${dateParts(saidOn).year}` : words
