'use client'
// One button each; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { abandonAction, confirmAction, undoAction } from '../actions'

const steps = {
  confirm: { action: confirmAction, submit: 'Let these rows in', tone: 'primary' },
  abandon: { action: abandonAction, submit: 'Drop this file', tone: 'warning' },
  undo: { action: undoAction, submit: 'Undo this file', tone: 'warning' },
} as const

type Props = { step: keyof typeof steps; batch: string; formKey: string }

/** One step of a file. */
export function StepForm({ step, batch, formKey }: Props) {
  const { action, submit, tone } = steps[step]
  return (
    <Form
      action={action}
      schema={() => import('@/lib/transfer/schema').then((it) => it.stepSchema)}
      formKey={formKey}
      id={step}
      end={{ submit, tone }}
    >
      <input type="hidden" name="batch" value={batch} />
    </Form>
  )
}
