'use client'
// Listens to typing, so it needs the browser; without it the words are saved all the same.

import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { useField } from '@/components/form/use-field'
import { labelsIn } from '@/lib/contacts/rules'

/**
 * Beside a note: words that label a person are named, and "what happened?" is asked. Warns, never
 * blocks: words that are refused are written elsewhere.
 */
export function LabelHelper({ of, children }: { of: string; children: ReactNode }) {
  const [typed, setTyped] = useState(useField(of).value)
  const listen = ({ target }: FormEvent<HTMLDivElement>) => {
    const field = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
    if (field && target.name === of) setTyped(target.value)
  }
  const labels = labelsIn(typed)
  return (
    <div onInput={listen}>
      {children}
      <p aria-live="polite" className={labels.length > 0 ? '-mt-3 mb-6 text-caution' : 'sr-only'}>
        {labels.length > 0
          ? `You wrote ${labels.map((label) => `“${label}”`).join(', ')}. What happened? ` +
            'Say what you saw or heard, and they will be understood better.'
          : ''}
      </p>
    </div>
  )
}
