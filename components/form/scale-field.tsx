'use client'
// Fields read the form around them.

import { Choice, choiceId } from '@/components/ui/choice'
import { Fieldset } from '@/components/ui/form-group'
import { useField } from './use-field'

type Props = { name: string; label: string }

const scores = Array.from({ length: 10 }, (_, n) => String(n + 1))

/** A statement from 1 to 10, or *I do not know*; it may be left. Needs no script. */
export function ScaleField({ name, label }: Props) {
  const { id, error, value, listen } = useField(name)
  return (
    <Fieldset id={id} label={label} error={error}>
      <div className="grid grid-cols-5 gap-1.5 sm:grid-cols-10">
        {scores.map((score, index) => (
          <Choice
            {...listen()}
            key={score}
            id={choiceId(id, index)}
            type="radio"
            name={name}
            layout="tiles"
            value={score}
            label={score}
            defaultChecked={value === score}
          />
        ))}
      </div>
      <p className="mt-1 flex justify-between text-note text-muted">
        <span>1: not at all</span>
        <span>10: wholly</span>
      </p>
      <div className="mt-1.5">
        <Choice
          {...listen()}
          id={choiceId(id, scores.length)}
          type="radio"
          name={name}
          layout="list"
          value="unsure"
          label="I do not know"
          defaultChecked={value === 'unsure'}
        />
      </div>
    </Fieldset>
  )
}
