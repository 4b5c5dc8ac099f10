import type { ReactNode } from 'react'
import { classes } from './classes'
import { ErrorMessage } from './error-message'
import { Hint } from './hint'
import type { LabelSize } from './label'
import { labelClasses } from './label'

/** What every field takes. `id` is also what the error summary links to. */
export type FieldProps = {
  id: string
  name: string
  label: ReactNode
  labelSize?: LabelSize | undefined
  hint?: ReactNode
  error?: string | undefined
}

/** The ids that describe a field, for `aria-describedby`; undefined when nothing does. */
export const describedBy = (
  { id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined },
  more?: string,
): string | undefined =>
  classes(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`, more) || undefined

/** Space around a field, and the red bar when something is wrong with it. */
export function FormGroup({
  error,
  children,
}: {
  error?: string | undefined
  children: ReactNode
}) {
  return <div className={classes('mb-6', error && 'border-l-4 border-danger pl-4')}>{children}</div>
}

/** Hint and error, in the order in which they are read. */
export function FieldWords({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint ? <Hint of={id}>{hint}</Hint> : null}
      {error ? <ErrorMessage of={id}>{error}</ErrorMessage> : null}
    </>
  )
}

type FieldsetProps = Omit<FieldProps, 'name'> & { children: ReactNode }

/** Several inputs under one question. */
export function Fieldset({ id, label, labelSize, hint, error, children }: FieldsetProps) {
  return (
    <FormGroup error={error}>
      <fieldset aria-describedby={describedBy({ id, hint, error })} className="min-w-0">
        <legend className={labelClasses(labelSize)}>{label}</legend>
        <FieldWords id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </FormGroup>
  )
}
