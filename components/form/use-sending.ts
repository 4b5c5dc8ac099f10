'use client'
// Sends the form without leaving the page, so it needs the browser.

import { unstable_rethrow } from 'next/navigation'
import { useActionState, useState, useTransition } from 'react'
import type { FormAction, FormState } from '@/lib/form-state'
import { formValues } from '@/lib/form-state'

// Said when no answer came. The form's key makes a second post of the same words harmless.
const LOST =
  'We could not tell whether this was saved. Your words are still here. ' +
  'Try again: it will not be saved twice.'

/**
 * Sends a form both ways. `plain` is for the form's `action` and works without JavaScript: the
 * framework posts it and draws the page again with the answer. `send` is for `onSubmit`: React
 * clears inputs after an `action`, and a lost connection would replace the page by an error.
 */
export function useSending(action: FormAction, first: FormState) {
  const [posted, plain] = useActionState(action, first)
  const [answer, setAnswer] = useState<FormState | null>(null)
  const [sending, startSending] = useTransition()
  const state = answer ?? posted

  const send = (data: FormData) =>
    startSending(async () => {
      let next: FormState
      try {
        next = await action(state, data)
      } catch (error) {
        // A redirect, which is how a form succeeds, is thrown too.
        unstable_rethrow(error)
        next = { values: formValues(data), errors: {}, message: LOST }
      }
      startSending(() => setAnswer(next))
    })

  return { state, plain, send, sending }
}
