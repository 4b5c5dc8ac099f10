import type { RefObject } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import { FORM_KEY } from '@/lib/form-state'

type Field = HTMLTextAreaElement | HTMLSelectElement
const FIELDS = 'textarea, select:not([multiple])'

const fieldsOf = (form: HTMLFormElement) => [...form.querySelectorAll<Field>(FIELDS)]

/**
 * Keeps what was typed or chosen before the page came alive. On a slow phone that is seconds; React
 * then gives a textarea or a select its first value back, and the words would be gone unseen.
 *
 * @param formKey of the form as the server sent it
 * @param changed told when something was put back, so that it is kept as a draft like any typing
 */
export function useTypedBefore(
  form: RefObject<HTMLFormElement | null>,
  formKey: string,
  changed: () => void,
): void {
  // While rendering: the page still stands as the server sent it, and as it was typed into.
  const [typed] = useState(() => {
    if (typeof document === 'undefined') return []
    const sent = document.querySelector<HTMLInputElement>(
      `input[name="${FORM_KEY}"][value="${CSS.escape(formKey)}"]`,
    )?.form
    return sent ? fieldsOf(sent).map(({ value }) => value) : []
  })
  const isDone = useRef(false)
  useLayoutEffect(() => {
    // Once, as the page comes alive: what is typed from then on is nobody's to change.
    if (isDone.current || !form.current) return
    isDone.current = true
    let isPutBack = false
    for (const [place, field] of fieldsOf(form.current).entries()) {
      const before = typed[place]
      if (before === undefined || field.value === before) continue
      field.value = before
      isPutBack = true
    }
    if (isPutBack) changed()
  }, [form, typed, changed])
}
