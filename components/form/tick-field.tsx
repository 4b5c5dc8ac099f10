'use client'
// Reads the form around it.

import type { ReactNode } from 'react'
import { Choice } from '@/components/ui/choice'
import { ErrorMessage } from '@/components/ui/error-message'
import { FormGroup } from '@/components/ui/form-group'
import { useField } from './use-field'

type TickFieldProps = {
  name: string
  label: ReactNode
  hint?: string
  /** What a tick posts; `on` unless said. */
  value?: string
}

/** One tick box that stands for itself: posted as `on`, or not at all. */
export function TickField({ name, label, hint, value: posted = 'on' }: TickFieldProps) {
  const { id, error, value, listen } = useField(name)
  return (
    <FormGroup error={error}>
      {error ? <ErrorMessage of={id}>{error}</ErrorMessage> : null}
      <Choice
        {...listen()}
        id={id}
        type="checkbox"
        layout="list"
        name={name}
        value={posted}
        label={label}
        hint={hint}
        aria-invalid={error ? true : undefined}
        defaultChecked={value === posted}
      />
    </FormGroup>
  )
}

type KeepAnywayProps = { of: string; name?: string; label: string }

/**
 * Drawn once a field has been warned about: to go on with what was typed all the same. It posts the
 * very words that were warned about, so that others typed afterwards are asked about again.
 */
export function KeepAnyway({ of, name = 'keep', label }: KeepAnywayProps) {
  const field = useField(of)
  const { value } = useField(name)
  // An empty field is missing, not warned about.
  const warned = field.value !== '' && (field.error !== undefined || value === field.value)
  return warned ? <TickField name={name} label={label} value={field.value} /> : null
}
