'use client'
// Fields only; the one Form needs the browser.

import { DateField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextAreaField, TextField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { datesAction, forgetAction, loadAction } from './actions'

type LoadProps = { upload: string; formKey: string; values: FormValues; draft: Draft }

/** Whose data it is, and the button that loads it. */
export function LoadForm({ upload, formKey, values, draft }: LoadProps) {
  return (
    <Form
      action={loadAction}
      schema={() => import('@/lib/areas/schema').then((it) => it.loadSchema)}
      formKey={formKey}
      values={values}
      draft={draft}
      end={{ submit: 'Load these sets' }}
    >
      <input type="hidden" name="upload" value={upload} />
      <TextAreaField
        name="attribution"
        label="Whose data is it?"
        hint="As the publisher asks it to be said. It is shown with every map and figure"
        rows={3}
      />
      <TextField name="licence" label="Licence" width="half" />
    </Form>
  )
}

export function ForgetForm({ upload, formKey }: { upload: string; formKey: string }) {
  return (
    <Form
      id="forget"
      action={forgetAction}
      schema={() => import('@/lib/areas/schema').then((it) => it.forgetSchema)}
      formKey={formKey}
      end={{ submit: 'Throw these files away', tone: 'secondary' }}
    >
      <input type="hidden" name="upload" value={upload} />
    </Form>
  )
}

type DatesProps = { set: string; version: number; formKey: string; values: FormValues }

export function DatesForm({ set, version, formKey, values }: DatesProps) {
  return (
    <Form
      title="When it holds"
      action={datesAction}
      schema={() => import('@/lib/areas/schema').then((it) => it.datesSchema)}
      formKey={formKey}
      version={version}
      values={values}
      end={{ submit: 'Save days' }}
    >
      <input type="hidden" name="set" value={set} />
      <DateField name="from" label="First day (optional)" />
      <DateField name="until" label="Last day (optional)" hint="Leave empty while it still holds" />
    </Form>
  )
}
