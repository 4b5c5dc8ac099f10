import type { ComponentProps } from 'react'
import { classes } from './classes'
import type { FieldProps } from './form-group'
import { describedBy, FieldWords, FormGroup } from './form-group'
import { Label } from './label'

/** Widths say how much is expected: `short` a number or code, `half` a name. */
export type InputWidth = 'short' | 'half' | 'full'

const widths: Record<InputWidth, string> = { short: 'max-w-40', half: 'max-w-md', full: '' }

export type TextInputProps = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps> & { width?: InputWidth | undefined }

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { id, label, labelSize, hint, error, width = 'full', className, ...input } = props
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} size={labelSize}>
        {label}
      </Label>
      <FieldWords id={id} hint={hint} error={error} />
      <input
        id={id}
        type="text"
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        className={classes('field', widths[width], className)}
        {...input}
      />
    </FormGroup>
  )
}
