'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import type { FormValues } from '@/lib/form-state'
import { agreeAction, askAction, dropAction } from './actions'

type Option = { value: string; label: string }

/** Asks for a publication: who may read it, and which quarter it ends with. */
export function AskForm({
  profiles,
  quarters,
  formKey,
  kept,
}: {
  profiles: Option[]
  quarters: Option[]
  formKey: string
  kept: FormValues | undefined
}) {
  return (
    <Form
      action={askAction}
      schema={() => import('@/lib/publications/schema').then((it) => it.askedSchema)}
      formKey={formKey}
      values={kept}
      end={{ submit: 'Build it' }}
    >
      <RadioField
        name="profile"
        label="Who may read it?"
        hint="The more may read it, the more its figures are changed"
        options={profiles}
      />
      <RadioField name="quarter" label="Twelve months up to" options={quarters} />
    </Form>
  )
}

type Decided = { publication: string; words: string; formKey: string }

/** One button: agree, as the first or the second person. */
export function AgreeForm({ publication, words, formKey }: Decided) {
  return (
    <Form
      id={`agree-${publication}`}
      action={agreeAction}
      schema={() => import('@/lib/publications/schema').then((it) => it.decidedSchema)}
      formKey={formKey}
      end={{ submit: words }}
    >
      <input type="hidden" name="publication" value={publication} />
    </Form>
  )
}

/** One button: what has not been published goes. */
export function DropForm({ publication, words, formKey }: Decided) {
  return (
    <Form
      id={`drop-${publication}`}
      action={dropAction}
      schema={() => import('@/lib/publications/schema').then((it) => it.decidedSchema)}
      formKey={formKey}
      end={{ submit: words, tone: 'secondary' }}
    >
      <input type="hidden" name="publication" value={publication} />
    </Form>
  )
}
