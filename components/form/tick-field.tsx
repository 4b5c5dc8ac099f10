'use client'
// Reads the form around it.

import type { ReactNode } from 'react'
import { Choice } from '@/components/ui/choice'
import { ErrorMessage } from '@/components/ui/error-message'
import { FormGroup } from '@/components/ui/form-group'
import { useField } from './use-field'

type TickFieldProps = { name: string; label: ReactNode; hint?: string }

/** One tick box that stands for itself: posted as `on`, or not at all. */
export function TickField({ name, label, hint }: TickFieldProps) {
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
        value="on"
        label={label}
        hint={hint}
        aria-invalid={error ? true : undefined}
        defaultChecked={value === 'on'}
      />
    </FormGroup>
  )
}

type KeepAnywayProps = { of: string; name?: string; label: string }

/**
 * Drawn once a field has been warned about: to keep what was typed all the same. A warning never blocks; it asks once.
 */
export function KeepAnyway({ of, name = 'keep', label }: KeepAnywayProps) {
  const warned = useField(of).error !== undefined
  const { value } = useField(name)
  return warned || value === 'on' ? <TickField name={name} label={label} /> : null
}
