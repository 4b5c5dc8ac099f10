'use client'
// Hands the one Form, which needs the browser, what every form of a fact has.

import type { ReactNode } from 'react'
import { SelectField, TextField } from '@/components/form/text-fields'
import type { LoadSchema } from '@/components/form/use-check'
import type { Option } from '@/components/ui/select'
import { offeredIn } from '@/components/person/offered-in'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { FormAction } from '@/lib/form-state'

/** What each form of a fact is given by the page. */
export type FactFormProps = {
  given: GivenForm
  title: string
  whereaboutsProtected: boolean
  /** Our own entries that a new one may put an end to. */
  own: readonly Option[]
}

type Props = Pick<FactFormProps, 'given' | 'title'> & {
  action: FormAction
  schema: LoadSchema
  submit?: string
  children: ReactNode
}

/** One fact about a person; each agency gives its own. */
export function FactForm({ given, title, action, schema, submit = 'Save', children }: Props) {
  return (
    <PersonForm
      given={given}
      title={title}
      action={action}
      schema={schema}
      end={{ submit }}
      back="/details"
    >
      {children}
    </PersonForm>
  )
}

/** Where a fact comes from that many may know: a choice, shown beside it. */
export function SourceChoice({ given }: { given: GivenForm }) {
  return (
    <SelectField
      name="source"
      label="Where does this come from? (optional)"
      options={offeredIn(given, 'fact_source')}
    />
  )
}

/** The same of a number or an address, in words: fewer people may know those. */
export function SourceField() {
  return (
    <TextField
      name="source"
      label="Where does this come from? (optional)"
      hint="Like “seen on a tenancy agreement”, or “they said”"
      width="half"
    />
  )
}
