import type { ComponentProps, ReactNode } from 'react'
import type { ChoiceLayout } from './choice'
import { Choice, choiceId } from './choice'
import type { FieldProps } from './form-group'
import { Fieldset } from './form-group'
import type { Option } from './select'

/** A radio choice; `more` is asked only when it is chosen (no script needed). */
export type RadioOption = Option & { more?: ReactNode }

export type RadiosProps = FieldProps & {
  options: readonly RadioOption[]
  value?: string | undefined
  layout?: ChoiceLayout | undefined
  input?: Omit<ComponentProps<'input'>, 'id' | 'type' | 'value' | 'name'>
  after?: ReactNode
}

/** One of a few. `tiles` for short answers in two columns. */
export function Radios({ options, value, layout = 'list', input, after, ...field }: RadiosProps) {
  return (
    <Fieldset {...field}>
      <div className={layout === 'tiles' ? 'grid grid-cols-2 gap-3' : ''}>
        {options.map((option, index) => (
          <div key={option.value} className={option.more ? 'group col-span-full' : ''}>
            <Choice
              {...input}
              id={choiceId(field.id, index)}
              type="radio"
              name={field.name}
              layout={layout}
              value={option.value}
              label={option.label}
              hint={option.hint}
              defaultChecked={value === option.value}
            />
            {option.more ? (
              <div className="mt-2 ml-3 hidden border-l-4 border-line pl-6 group-has-checked:block">
                {option.more}
              </div>
            ) : null}
          </div>
        ))}
      </div>
      {after}
    </Fieldset>
  )
}
