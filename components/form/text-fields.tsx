'use client'
// Fields read the form around them.

import type { SelectProps } from '@/components/ui/select'
import { Select } from '@/components/ui/select'
import type { TextInputProps } from '@/components/ui/text-input'
import { TextInput } from '@/components/ui/text-input'
import type { TextareaProps } from '@/components/ui/textarea'
import { Textarea } from '@/components/ui/textarea'
import { Theirs } from './theirs'
import type { Asked } from './use-field'
import { useField } from './use-field'

/** One line of text. Passwords are never shown again after an error. */
export function TextField(props: Asked<TextInputProps>) {
  const { id, error, value, listen } = useField(props.name)
  const secret = props.type === 'password'
  return (
    <>
      <TextInput
        {...props}
        {...listen()}
        id={id}
        error={error}
        defaultValue={secret ? undefined : value}
      />
      <Theirs name={props.name} mine={value} />
    </>
  )
}

/** Several lines of text. */
export function TextAreaField(props: Asked<TextareaProps>) {
  const { id, error, value, listen } = useField(props.name)
  return (
    <Textarea
      {...props}
      {...listen()}
      id={id}
      error={error}
      defaultValue={value}
      after={<Theirs name={props.name} mine={value} />}
    />
  )
}

/** A list to choose one from. */
export function SelectField(props: Asked<SelectProps>) {
  const { id, error, value, listen } = useField(props.name)
  const say = (text: string) => props.options.find((o) => o.value === text)?.label ?? text
  return (
    <>
      <Select {...props} {...listen()} id={id} error={error} defaultValue={value} />
      <Theirs name={props.name} mine={value} say={say} />
    </>
  )
}
