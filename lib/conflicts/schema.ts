import { z } from 'zod'
import { id, oneOf, optionalText } from '@/lib/fields'

export const WHOM = [
  { key: 'nobody', label: 'Nobody that I know of' },
  { key: 'somebody', label: 'Somebody, or several' },
] as const

/** What a user declares about themselves: nobody, or whom, in words. */
export const declarationSchema = z
  .strictObject({
    whom: oneOf(WHOM, 'Select nobody or somebody'),
    names: optionalText('who', { max: 1000 }),
  })
  .superRefine(({ whom, names }, context) => {
    if (whom === 'somebody' && !names)
      context.addIssue({
        code: 'custom',
        path: ['names'],
        message: 'Enter who, and how you know them',
      })
  })
export type Declaration = z.output<typeof declarationSchema>

/** A custodian bars a user whom the report found. */
export const barSchema = z.strictObject({ user: id(), person: id() })

/** A custodian lifts a bar. */
export const liftSchema = z.strictObject({ bar: id() })
