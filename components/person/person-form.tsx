'use client'
// Hands the one Form, which needs the browser, what every form about a person has.

import type { ReactNode } from 'react'
import { Form } from '@/components/form/form'
import type { FormEndProps } from '@/components/form/form-end'
import type { LoadSchema } from '@/components/form/use-check'
import type { Draft } from '@/components/form/use-draft'
import { Link } from '@/components/ui/link'
import type { Codes } from '@/lib/code-lists/current'
import type { FormAction, FormValues } from '@/lib/form-state'

/** What a page hands its form: whom it is about, its key, and the words it starts with. */
export type GivenForm = {
  personId: string
  formKey: string
  values: FormValues
  draft: Draft
  /** The code lists it offers from, as they are today. */
  codes: Codes
  version?: number | string
}

type PersonFormProps = {
  given: GivenForm
  title: string
  action: FormAction
  schema: LoadSchema
  end: Omit<FormEndProps, 'aside'>
  /** Where *Cancel* goes, after the person's own path: `/warnings`. */
  back?: string
  children: ReactNode
}

/** A form about a person: its id, its kept words, and the way out. */
export function PersonForm({
  given,
  title,
  action,
  schema,
  end,
  back = '',
  children,
}: PersonFormProps) {
  const { personId, formKey, values, draft, version } = given
  const cancel = <Link href={`/people/${personId}${back}`}>Cancel</Link>
  return (
    <Form
      title={title}
      action={action}
      schema={schema}
      formKey={formKey}
      values={values}
      version={version}
      draft={draft}
      end={{ ...end, aside: <span className={end.stuck ? 'max-sm:hidden' : ''}>{cancel}</span> }}
    >
      <input type="hidden" name="personId" value={personId} />
      {children}
      {end.stuck ? <p className="mb-4 sm:hidden">{cancel}</p> : null}
    </Form>
  )
}
