import type { ReactNode } from 'react'
import { classes } from './classes'

/** How large a question is asked: `s` in a row of fields, `m` as usual, `l` alone on a page. */
export type LabelSize = 's' | 'm' | 'l'

/** The classes of a label or legend of that size. */
export const labelClasses = (size: LabelSize = 'm') =>
  classes(
    'mb-1 block font-bold',
    size === 'm' && 'text-heading-s',
    size === 'l' && 'text-heading-m',
  )

type LabelProps = { htmlFor: string; size?: LabelSize | undefined; children: ReactNode }

/** A field's label. */
export function Label({ htmlFor, size, children }: LabelProps) {
  return (
    <label htmlFor={htmlFor} className={labelClasses(size)}>
      {children}
    </label>
  )
}
