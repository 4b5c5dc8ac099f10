'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TickField } from '@/components/form/tick-field'
import { endAgreementAction } from '../../actions'

export function EndAgreementForm({ agreement, formKey }: { agreement: string; formKey: string }) {
  return (
    <Form
      title="End this agreement now"
      action={endAgreementAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.endAgreementSchema)}
      formKey={formKey}
      end={{ submit: 'End it now', tone: 'warning' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      <TickField name="sure" label="I have read what closes, and it should close at once" />
    </Form>
  )
}
