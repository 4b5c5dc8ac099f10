import { z } from 'zod'
import { fieldsOf } from './fields'
import type { ImportShape } from './fields'

/**
 * How a file's columns are to be read: remembered per agency, shape and heading, shown on the
 * screen for changing, and kept with the batch. `columns` goes by position; '' leaves one out.
 */
export const mappingSchema = z
  .strictObject({
    shape: z.enum(['people', 'headline_feed']),
    columns: z.array(z.string().max(40)).max(200),
    dateOrder: z.enum(['dmy', 'mdy', 'ymd', 'serial']),
    /** Columns, by position, that write their dates in another order than `dateOrder`. */
    dateOrders: z.record(z.string().regex(/^\d{1,3}$/), z.enum(['dmy', 'mdy', 'ymd', 'serial'])),
    nameOrder: z.enum(['family_first', 'given_first']),
  })
  .check((context) => {
    for (const message of mappingProblems(context.value)) {
      context.issues.push({ code: 'custom', message, input: context.value, path: ['columns'] })
    }
  })

export type Mapping = z.infer<typeof mappingSchema>

const REFERENCES = ['localRef', 'crn', 'nhs', 'prison']

const labelOf = (shape: ImportShape, key: string) =>
  fieldsOf(shape).find((field) => field.key === key)?.label ?? key

/** What stops a mapping from being used, in words; none when it can be. */
export function mappingProblems({ shape, columns }: Pick<Mapping, 'shape' | 'columns'>): string[] {
  const problems: string[] = []
  const used = columns.filter((key) => key !== '')
  for (const key of new Set(used)) {
    const field = fieldsOf(shape).find((one) => one.key === key)
    if (!field) problems.push(`${key} is not something this file can hold`)
    else if (!field.many && used.filter((one) => one === key).length > 1) {
      problems.push(`Only one column can be: ${labelOf(shape, key)}`)
    }
  }
  if (!REFERENCES.some((key) => used.includes(key))) {
    problems.push('Choose the column that holds your own number for each person')
  }
  const named = ['fullName', 'family', 'given'].some((key) => used.includes(key))
  if (shape === 'people' && !named) problems.push('Choose the column that holds the name')
  if (shape === 'headline_feed' && !used.includes('team') && !used.includes('worker')) {
    problems.push('Choose the column that holds the team or the worker')
  }
  return problems
}

/**
 * The column that holds the agency's own number for the person, without which a second file could
 * not find the first one's rows: chosen, or else a number the agency knows everybody by.
 */
export const referenceColumn = (mapping: Mapping): number =>
  REFERENCES.map((key) => mapping.columns.indexOf(key)).find((at) => at >= 0) ?? -1

const placesOf = new WeakMap<Mapping, Map<string, number[]>>()

/** The positions of the columns that are a field. Asked for every field of every row. */
export function columnsOf(mapping: Mapping, key: string): readonly number[] {
  let places = placesOf.get(mapping)
  if (!places) {
    places = new Map()
    for (const [at, field] of mapping.columns.entries()) {
      places.set(field, [...(places.get(field) ?? []), at])
    }
    placesOf.set(mapping, places)
  }
  return places.get(key) ?? NOWHERE
}

const NOWHERE: readonly number[] = []

/** The order of dates in a column. */
export const dateOrderOf = (mapping: Mapping, column: number) =>
  mapping.dateOrders[String(column)] ?? mapping.dateOrder
