'use client'
// Fields read the form around them.

import type { CheckboxesProps } from '@/components/ui/checkboxes'
import { Checkboxes } from '@/components/ui/checkboxes'
import type { DateInputProps } from '@/components/ui/date-input'
import { DateInput } from '@/components/ui/date-input'
import type { RadiosProps } from '@/components/ui/radios'
import { Radios } from '@/components/ui/radios'
import type { Option } from '@/components/ui/select'
import { dateParts, dateText } from '@/lib/form-state'
import { Theirs } from './theirs'
import type { Asked } from './use-field'
import { useField } from './use-field'

const labelIn = (options: readonly Option[]) => (value: string) =>
  options.find((option) => option.value === value)?.label ?? value

/** One of a few. */
export function RadioField(props: Asked<Omit<RadiosProps, 'value' | 'input'>>) {
  const { id, error, value, listen } = useField(props.name)
  return (
    <Radios
      {...props}
      id={id}
      error={error}
      value={value}
      input={listen()}
      after={<Theirs name={props.name} mine={value} say={labelIn(props.options)} />}
    />
  )
}

/** Any number of a few; the schema gets a list, empty when none is ticked. */
export function CheckboxField(props: Asked<Omit<CheckboxesProps, 'values' | 'input'>>) {
  const { id, error, values, listen } = useField(props.name)
  const say = (text: string) => text.split(',').map(labelIn(props.options)).join(', ')
  return (
    <Checkboxes
      {...props}
      id={id}
      error={error}
      values={values}
      input={listen(`${props.name}[]`)}
      after={<Theirs name={props.name} mine={values.join(',')} say={say} />}
    />
  )
}

/** Day, month and year; the schema gets `1992-03-12`, or less when less was typed. */
export function DateField(props: Asked<Omit<DateInputProps, 'values' | 'input'>>) {
  const { id, error, valueOf, listen } = useField(props.name)
  const names = dateParts(props.name)
  const values = {
    day: valueOf(names.day),
    month: valueOf(names.month),
    year: valueOf(names.year),
  }
  const { onChange, onBlur } = listen(names.day)
  return (
    <DateInput
      {...props}
      id={id}
      error={error}
      values={values}
      input={{ onChange, onBlur }}
      after={
        <Theirs
          name={props.name}
          mine={dateText(values.day, values.month, values.year)}
          say={sayDate}
        />
      }
    />
  )
}

const sayDate = (text: string) => text.split('-').reverse().join(' ')
