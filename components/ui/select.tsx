import type { ComponentProps } from 'react'
import { classes } from './classes'
import type { FieldProps } from './form-group'
import { describedBy, FieldWords, FormGroup } from './form-group'
import { Label } from './label'

/** One choice: what is stored, what is said, and help under it. */
export type Option = { value: string; label: string; hint?: string | undefined }

export type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps> & {
    options: readonly Option[]
    empty?: string | undefined
  }

/** A list to choose from, for more than seven choices; else radios. `empty` is the first line. */
export function Select(props: SelectProps) {
  const { id, label, labelSize, hint, error, options, className, ...input } = props
  const { empty = 'Choose one', ...select } = input
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} size={labelSize}>
        {label}
      </Label>
      <FieldWords id={id} hint={hint} error={error} />
      <select
        id={id}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        className={classes('field max-w-md', className)}
        {...select}
      >
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  )
}
