'use client'
// Checks in the browser what is about to be sent.

import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { FieldErrors, ResolverResult } from 'react-hook-form'
import type { z } from 'zod'
import { formErrors, formInput, formValues } from '@/lib/form-state'

/** Fetches a form's schema: the one its action parses too. */
export type LoadSchema = () => Promise<z.ZodType>

/** For so long a form waits for its schema before it asks the server instead. Milliseconds. */
const PATIENCE = 2_000

const later = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE))

/**
 * A form's check before it is sent. Its schema is the heaviest part of a form and reading one does
 * without, so it is fetched when the form is first used. Where it does not come, nothing
 * is checked here: the server checks the same in any case.
 */
export function useCheck(form: RefObject<HTMLFormElement | null>, load: LoadSchema) {
  const schema = useRef<Promise<z.ZodType | null>>(undefined)

  const warm = useCallback(
    () =>
      (schema.current ??= import('./no-eval').then(load).catch(() => {
        schema.current = undefined
        return null
      })),
    [load],
  )

  useEffect(() => {
    const element = form.current
    const used = () => void warm()
    element?.addEventListener('focusin', used)
    return () => element?.removeEventListener('focusin', used)
  }, [form, warm])

  // Reads the form as it would be posted, so that browser and server parse the same thing.
  const resolver = async (): Promise<ResolverResult<Record<string, unknown>>> => {
    const typed = form.current ? formValues(new FormData(form.current)) : {}
    const known = await Promise.race([warm(), later()])
    const result = known?.safeParse(formInput(typed))
    if (!result || result.success) return { values: typed, errors: {} }
    const errors = Object.entries(formErrors(result.error.issues))
    return {
      values: {},
      errors: Object.fromEntries(errors.map(([n, message]) => [n, { type: 'schema', message }])),
    }
  }

  return resolver
}

/** The words of what React Hook Form found wrong, by field. */
export const wordsOf = (errors: FieldErrors): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([name, e]) => [name, String(e?.message ?? '')]))
