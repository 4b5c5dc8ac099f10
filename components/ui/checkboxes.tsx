import type { ComponentProps, ReactNode } from 'react'
import type { ChoiceLayout } from './choice'
import { Choice, choiceId } from './choice'
import type { FieldProps } from './form-group'
import { Fieldset } from './form-group'
import type { Option } from './select'

export type CheckboxesProps = FieldProps & {
  options: readonly Option[]
  values?: readonly string[]
  layout?: ChoiceLayout | undefined
  input?: Omit<ComponentProps<'input'>, 'id' | 'type' | 'value' | 'name'>
  after?: ReactNode
}

/**
 * Any number of a few. Posted as `name[]` with an empty first entry, so that none ticked arrives as
 * an empty list and one ticked as a list of one (see `formValues`).
 */
export function Checkboxes(props: CheckboxesProps) {
  const { options, values = [], layout = 'list', input, after, name, ...field } = props
  return (
    <Fieldset {...field}>
      <input type="hidden" name={`${name}[]`} value="" />
      <div className={layout === 'tiles' ? 'grid grid-cols-2 gap-3' : ''}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            {...input}
            id={choiceId(field.id, index)}
            type="checkbox"
            name={`${name}[]`}
            layout={layout}
            value={option.value}
            label={option.label}
            hint={option.hint}
            defaultChecked={values.includes(option.value)}
          />
        ))}
      </div>
      {after}
    </Fieldset>
  )
}
