import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import type { FieldProps } from './form-group'
import { describedBy, FieldWords, FormGroup } from './form-group'
import { Label } from './label'

export type TextareaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps> & { after?: ReactNode }

/** Several lines of text. `after` stands under the box (how it is kept, a prompt). */
export function Textarea(props: TextareaProps) {
  const { id, label, labelSize, hint, error, after, className, ...input } = props
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} size={labelSize}>
        {label}
      </Label>
      <FieldWords id={id} hint={hint} error={error} />
      <textarea
        id={id}
        rows={5}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        className={classes('field block', className)}
        {...input}
      />
      {after}
    </FormGroup>
  )
}
