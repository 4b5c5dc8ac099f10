import { z } from 'zod'
import { id, oneOf } from '@/lib/fields'
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
    team: id(),
  })
  .check((context) => {
    for (const message of mappingProblems(context.value)) {
      context.issues.push({ code: 'custom', message, input: context.value, path: ['columns'] })
    }
  })

/** One step of a file: confirm, abandon, undo. */
export const stepSchema = z.strictObject({ batch: id() })
