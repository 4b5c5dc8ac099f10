import { z } from 'zod'
import { id, mustTick, oneOf } from '@/lib/fields'
import { mappingProblems } from './mapping'
import { LIST_KINDS, NAME_ORDERS, SHAPES } from './lists'

const list = (max: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.string().max(40)).max(max),
  )

/** How a file is to be read: a field and an order of dates for every column, by position. */
export const mappingFormSchema = z
  .strictObject({
    batch: id(),
    shape: oneOf(SHAPES, 'This page is out of date. Go back and try again.'),
    columns: list(200),
    orders: list(200),
    nameOrder: oneOf(NAME_ORDERS, 'Select how whole names are written'),
    kind: oneOf(LIST_KINDS, 'Select what being on this list means'),
    team: z.uuid('Select whose work it is'),
  })
  .check((context) => {
    for (const message of mappingProblems(context.value)) {
      context.issues.push({ code: 'custom', message, input: context.value, path: ['columns'] })
    }
  })

/** Letting a file in. */
export const stepSchema = z.strictObject({ batch: id() })

/** Dropping a file, or undoing it: asked once. */
export const dropSchema = z.strictObject({
  batch: id(),
  sure: mustTick('Tick to say that you want to drop this file'),
})
export const undoSchema = z.strictObject({
  batch: id(),
  sure: mustTick('Tick to say that you want to undo this file'),
})

const NO_LINE = 'Select the line that names the columns'

/** The line that the headings stand on, where another was found. */
export const headingSchema = z.strictObject({
  batch: id(),
  line: z.coerce.number(NO_LINE).int(NO_LINE).min(1, NO_LINE).max(1_000_000, NO_LINE),
})
