'use client'
// Asks again who would read the note when its categories or readers change, so it needs the
// browser; without script the page shows it as it was opened, and again after each post.

import { useEffect, useRef, useState } from 'react'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { useFormContext } from '@/components/form/form-context'
import { useField } from '@/components/form/use-field'
import { WhoWillRead } from '@/components/person/who-will-read'
import type { Option } from '@/components/ui/select'
import { readingInput } from '@/lib/contacts/reading-input'
import type { Reading } from '@/lib/contacts/reading'
import { AUDIENCES } from '@/lib/contacts/lists'
import { formValues, textOf } from '@/lib/form-state'
import type { Category } from '@/lib/access/categories'
import { whoWouldRead } from './actions'

type Props = { first: Reading | null; nameable: Option[]; categories: Option[] }

const asks = new Set(['categories[]', 'audience', 'readers[]', 'locates'])

/** What it is about, who may read it, and, before it is saved, who that is. */
export function ReadersFields({ first, nameable, categories }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const reading = useReading(box, first)
  const { values } = useField('categories')
  const about = categories.filter(({ value }) => values.includes(value)).map(({ label }) => label)
  return (
    <div ref={box}>
      {/* Spoken when it changes: who reads it is what the choice below decides. */}
      <div aria-live="polite">
        {reading ? (
          <WhoWillRead {...reading} />
        ) : (
          <p className="mb-6">Who will see this cannot be told now. Your agency can read it.</p>
        )}
      </div>
      <RadioField
        name="audience"
        label="Who may read it?"
        labelSize="s"
        options={AUDIENCES.map(({ key, label }) => ({
          value: key,
          label,
          ...(key === 'named' ? { more: <Named nameable={nameable} /> } : {}),
        }))}
      />
      <details className="mb-6">
        <summary className="link w-fit">
          What it is about{about.length > 0 ? `: ${about.join(', ')}` : ''}. Change
        </summary>
        <div className="mt-2 border-l-4 border-line pl-4">
          <CheckboxField
            name="categories"
            label="What is it about?"
            labelSize="s"
            hint="Tick all that it tells. The most protected one decides who can read it."
            options={categories}
          />
        </div>
      </details>
    </div>
  )
}

function Named({ nameable }: { nameable: Option[] }) {
  if (nameable.length === 0) return <p>There is nobody else here you could name.</p>
  return <CheckboxField name="readers" label="Which people?" labelSize="s" options={nameable} />
}

/** The newest answer to "who would read this", asked a moment after the last change. */
function useReading(box: React.RefObject<HTMLDivElement | null>, first: Reading | null) {
  const { values } = useFormContext()
  const posted = textOf(values, 'reading')
  const [reading, setReading] = useState(posted ? (JSON.parse(posted) as Reading | null) : first)
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout>
    let turn = 0
    const ask = async () => {
      const mine = ++turn
      const typed = readingInput(formValues(new FormData(form)))
      const answer = await whoWouldRead({
        ...typed,
        categories: typed.categories as Category[],
        audience: typed.audience as 'agreed',
      }).catch(() => null)
      if (mine === turn) setReading(answer)
    }
    const changed = (event: Event) => {
      if (!(event.target instanceof HTMLInputElement) || !asks.has(event.target.name)) return
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), 250)
    }
    form.addEventListener('change', changed)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('change', changed)
    }
  }, [box])
  return reading
}
