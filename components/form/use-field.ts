'use client'
// Reads the form around it.

import { textOf, textsOf } from '@/lib/form-state'
import { useFormContext } from './form-context'

/** What one field needs from its form: id, error, value as typed, and how to be listened to. */
export function useField(name: string) {
  const { values, shown, idOf, register } = useFormContext()
  return {
    id: idOf(name),
    error: shown.errors[name],
    value: textOf(values, name),
    values: textsOf(values, name),
    /** React Hook Form's handlers for an input of this or a part's name. */
    listen: (part: string = name) => {
      const { ref, onBlur, onChange } = register(part)
      return { ref, onBlur, onChange }
    },
    valueOf: (part: string) => textOf(values, part),
  }
}

/** What a field's author says; the form knows the rest. */
export type Asked<Props> = Omit<Props, 'id' | 'error' | 'defaultValue' | 'after'>
