import type { ComponentProps, ReactNode } from 'react'
import { dateParts } from '@/lib/form-state'
import { classes } from './classes'
import type { FieldProps } from './form-group'
import { describedBy, Fieldset } from './form-group'

type Part = 'day' | 'month' | 'year'

export type DateInputProps = FieldProps & {
  values?: Partial<Record<Part, string>>
  /** A date of birth may be filled in by the browser. */
  birthday?: boolean | undefined
  input?: Omit<ComponentProps<'input'>, 'id' | 'name' | 'type' | 'defaultValue'>
  after?: ReactNode
}

const parts: { part: Part; label: string; width: string }[] = [
  { part: 'day', label: 'Day', width: 'w-14' },
  { part: 'month', label: 'Month', width: 'w-14' },
  { part: 'year', label: 'Year', width: 'w-20' },
]

/** A date as day, month and year, each typed; some may be left empty where the schema allows it. */
export function DateInput(props: DateInputProps) {
  const { values = {}, birthday = false, input, after, name, ...field } = props
  const names = dateParts(name)
  return (
    <Fieldset {...field}>
      <div className="flex gap-4">
        {parts.map(({ part, label, width }, index) => {
          const id = index === 0 ? field.id : `${field.id}-${part}`
          return (
            <div key={part}>
              <label htmlFor={id} className="mb-1 block">
                {label}
              </label>
              <input
                {...input}
                id={id}
                name={names[part]}
                type="text"
                inputMode="numeric"
                autoComplete={birthday ? `bday-${part}` : 'off'}
                defaultValue={values[part]}
                aria-describedby={describedBy(field)}
                aria-invalid={field.error ? true : undefined}
                className={classes('field', width)}
              />
            </div>
          )
        })}
      </div>
      {after}
    </Fieldset>
  )
}
