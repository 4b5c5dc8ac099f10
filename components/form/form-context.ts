'use client'
// Fields find out through this context what was typed before and what is wrong, so that the
// summary, the words beside a field and the values can never come from different places.

import { createContext, useContext } from 'react'
import type { UseFormRegister } from 'react-hook-form'
import type { FormState, FormValues } from '@/lib/form-state'

type FormContextValue = {
  /** What the page or the last answer says was typed. */
  values: FormValues
  /** What is shown now: the browser's own check, else the server's answer. */
  shown: Pick<FormState, 'errors' | 'message' | 'conflict'>
  idOf: (name: string) => string
  register: UseFormRegister<Record<string, unknown>>
}

export const FormContext = createContext<FormContextValue | null>(null)

/** The form around a field. Throws outside a `Form`: such a field would lose what is typed. */
export function useFormContext(): FormContextValue {
  const context = useContext(FormContext)
  if (!context) throw new Error('A field stands outside a Form')
  return context
}
