'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TickField } from '@/components/form/tick-field'
import { abandonAction, confirmAction, undoAction } from '../actions'

const schemas = () => import('@/lib/transfer/schema')

const steps = {
  confirm: {
    action: confirmAction,
    schema: () => schemas().then((it) => it.stepSchema),
    submit: 'Let these rows in',
    tone: 'primary',
    sure: null,
  },
  abandon: {
    action: abandonAction,
    schema: () => schemas().then((it) => it.dropSchema),
    submit: 'Drop this file',
    tone: 'warning',
    sure: 'I want to drop this file',
  },
  undo: {
    action: undoAction,
    schema: () => schemas().then((it) => it.undoSchema),
    submit: 'Undo this file',
    tone: 'warning',
    sure: 'I want to undo this file',
  },
} as const

type Props = { step: keyof typeof steps; batch: string; formKey: string }

/** One step of a file; what takes something away is asked once. */
export function StepForm({ step, batch, formKey }: Props) {
  const { action, schema, submit, tone, sure } = steps[step]
  return (
    <Form action={action} schema={schema} formKey={formKey} id={step} end={{ submit, tone }}>
      <input type="hidden" name="batch" value={batch} />
      {sure ? <TickField name="sure" label={sure} /> : null}
    </Form>
  )
}
