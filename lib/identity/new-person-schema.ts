import { z } from 'zod'
import { optionalDate, partialDate, pastDate } from '@/lib/date-fields'
import { id, oneOf, optionalText, requiredText, tickBox } from '@/lib/fields'
import { CAME_FROM } from './lists'

const part = (name: string) => optionalText(name, { max: 100 })

/** Somebody new. One name is enough; a date of birth may be in part, or a guess. */
export const newPersonSchema = z
  .strictObject({
    given: part('given name'),
    middle: part('middle names'),
    family: part('family name'),
    birth: optionalDate(partialDate('date of birth')),
    estimated: tickBox(),
    came: oneOf(CAME_FROM, 'Select what this comes from'),
    team: id(),
    /** Said on the page that shows people who may be the same. */
    noneOfThese: tickBox(),
  })
  .refine(({ given, family }) => given !== null || family !== null, {
    error: 'Enter a given name or a family name',
    path: ['given'],
  })

/** Somebody met whose name is not known yet. */
export const unnamedSchema = z.strictObject({
  described: requiredText('what they look like', { max: 500 }),
  where: requiredText('where they were seen', { max: 200 }),
  seenOn: pastDate('day they were seen'),
  team: id(),
})

/** Why the agency's own record of somebody is opened again. */
export const archiveSchema = z.strictObject({
  person: id(),
  reason: requiredText('why you need it', { max: 500 }),
})
