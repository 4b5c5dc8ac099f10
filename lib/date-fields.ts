import { z } from 'zod'
import { daysBetween, MONTHS, plainDate, today } from './dates'
import type { PlainDate } from './dates'
import { sentence } from './fields'
import { possibleDays } from './partial-date'
import type { PartialDate } from './partial-date'
import { readTime } from './time-text'

/**
 * What the three boxes of a date hold; or, since a form puts them together on its way, their text
 * `year-month-day` with the empty ones at the end left out (`1992--12` has no month).
 */
const box = z.union([z.string(), z.number().transform(String)], 'Enter numbers').optional()
const boxes = { day: box, month: box, year: box }
type Boxes = { day?: string | undefined; month?: string | undefined; year?: string | undefined }
const PARTS = ['day', 'month', 'year'] as const

function apart(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed
  const [year, month, ...rest] = typed.split('-')
  return { year, month, day: rest.length > 0 ? rest.join('-') : undefined }
}

const dateBoxes = <T extends z.ZodRawShape>(shape: T, message: string) =>
  z.preprocess(apart, z.strictObject(shape, message))

/** `a month and year`, from the parts that are missing. */
const listed = (parts: readonly string[]) =>
  `a ${parts.length === 3 ? 'day, month and year' : parts.join(' and ')}`

/** Digits in any script people type (NFKC) as a number; NaN for the rest. */
const digits = (text: string | undefined): number => {
  const plain = (text ?? '').normalize('NFKC').trim()
  return /^\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN
}

/** A month typed as a number or a name (`11`, `Nov`, `november`). */
function monthNumber(text: string | undefined): number {
  const name = (text ?? '').trim().toLowerCase()
  const index = name.length < 3 ? -1 : MONTHS.findIndex((m) => m.toLowerCase().startsWith(name))
  return index >= 0 ? index + 1 : digits(text)
}

const filled = (text: string | undefined) => (text ?? '').trim() !== ''

type Limits = { notAfter?: () => PlainDate; notBefore?: () => PlainDate }

/**
 * The problem with a whole date, in words, or the date. Follows the GOV.UK Design System: say which
 * parts are missing, then whether it is real, then whether it is in range.
 */
function readDate(name: string, typed: Boxes): { date: PlainDate } | { problem: string } {
  const missing = PARTS.filter((part) => !filled(typed[part]))
  if (missing.length === 3) return { problem: `Enter ${name}` }
  if (missing.length > 0) return { problem: `${sentence(name)} must include ${listed(missing)}` }
  const year = digits(typed.year)
  if (year < 1000) return { problem: `${sentence(name)}: the year must have 4 numbers` }
  const date = plainDate(year, monthNumber(typed.month), digits(typed.day))
  return date ? { date } : { problem: `${sentence(name)} must be a real date` }
}

function outOfRange(name: string, date: PlainDate, { notAfter, notBefore }: Limits): string | null {
  if (notAfter && daysBetween(notAfter(), date) > 0) {
    return `${sentence(name)} must be today or in the past`
  }
  if (notBefore && daysBetween(date, notBefore()) > 0) {
    return `${sentence(name)} must be today or in the future`
  }
  return null
}

function wholeDate(name: string, limits: Limits) {
  return dateBoxes(boxes, `Enter ${name}`).transform((typed, context) => {
    const read = readDate(name, typed)
    const problem = 'problem' in read ? read.problem : outOfRange(name, read.date, limits)
    if (!problem && 'date' in read) return read.date
    context.addIssue({ code: 'custom', message: problem ?? '' })
    return z.NEVER
  })
}

/** A date in three boxes `{ day, month, year }`, or their text, to `YYYY-MM-DD`. */
export const ukDate = (name: string) => wholeDate(name, {})

/** A date that may not lie ahead. `now` is for tests. */
export const pastDate = (name: string, now: () => PlainDate = today) =>
  wholeDate(name, { notAfter: now })

/** A date that may not lie behind: a review, an appointment. */
export const futureDate = (name: string, now: () => PlainDate = today) =>
  wholeDate(name, { notBefore: now })

/** Any of the three above, or null when all boxes are empty. */
export function optionalDate<T extends z.ZodType>(date: T) {
  const isEmpty = (typed: unknown) =>
    typed === undefined ||
    typed === null ||
    (typeof typed === 'string' && typed.trim() === '') ||
    (typeof typed === 'object' && PARTS.every((p) => !filled(String(Reflect.get(typed, p) ?? ''))))
  return z.preprocess((typed) => (isEmpty(typed) ? null : typed), date.nullable())
}

/** Birth cannot lie further back than the oldest person ever known to have lived (122 years). */
const OLDEST = 130

function readPartial(name: string, typed: Boxes): PartialDate | string {
  if (!filled(typed.year)) {
    return PARTS.some((part) => filled(typed[part]))
      ? `${sentence(name)} must include a year`
      : `Enter ${name}, or as much of it as is known`
  }
  if (filled(typed.day) && !filled(typed.month)) return `${sentence(name)} must include a month`
  const year = digits(typed.year)
  if (year < 1000) return `${sentence(name)}: the year must have 4 numbers`
  const month = filled(typed.month) ? monthNumber(typed.month) : null
  const day = filled(typed.day) ? digits(typed.day) : null
  if (!plainDate(year, month ?? 1, day ?? 1)) return `${sentence(name)} must be a real date`
  return { year, month, day, estimated: false }
}

/**
 * A date of which only the year, or the month and year, may be known: three boxes and a tick box
 * `estimated` (from a text: not estimated). For dates of birth: not ahead, not over 130 years ago.
 */
export function partialDate(name: string, now: () => PlainDate = today) {
  const shape = { ...boxes, estimated: z.unknown().optional() }
  return dateBoxes(shape, `Enter ${name}`).transform((typed, context): PartialDate => {
    const read = readPartial(name, typed)
    const problem = typeof read === 'string' ? read : birthProblem(name, read, now())
    if (typeof read !== 'string' && !problem) {
      return { ...read, estimated: [true, 'on', 'true'].some((yes) => yes === typed.estimated) }
    }
    context.addIssue({ code: 'custom', message: problem ?? '' })
    return z.NEVER
  })
}

function birthProblem(name: string, date: PartialDate, now: PlainDate): string | null {
  if (daysBetween(now, possibleDays(date).first) > 0) return `${sentence(name)} must be in the past`
  const tooLongAgo = date.year < Number(now.slice(0, 4)) - OLDEST
  return tooLongAgo ? `${sentence(name)} is too long ago. Check the year` : null
}

/** A time of day, to `HH:MM`. Takes `9`, `9.30`, `09:30`, `0930`, `9:30am`, `2pm`, `noon`. */
export function timeOfDay(name = 'a time') {
  const message = `Enter ${name}, like 9:30 or 14:00`
  return z.string(message).transform((text, context) => {
    const time = readTime(text.normalize('NFKC').trim().toLowerCase())
    if (time) return time
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

/** A time of day that may be left out; then null. */
export const optionalTime = (name = 'a time') =>
  z.preprocess(
    (text) => (text === undefined || text === null || String(text).trim() === '' ? null : text),
    timeOfDay(name).nullable(),
  )
