'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { WhenFields } from '@/components/form/when-fields'
import { leaveAction } from '../../../../actions'

type Props = { agreement: string; agency: string; formKey: string }

export function LeaveForm({ agreement, agency, formKey }: Props) {
  return (
    <Form
      title="Leave this agreement"
      action={leaveAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.leaveSchema)}
      formKey={formKey}
      end={{ submit: 'Leave the agreement', tone: 'warning' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      <input type="hidden" name="agency" value={agency} />
      <WhenFields
        label="When?"
        now="What it gives, and what it receives, closes at once"
        later="Until then nothing changes"
      />
    </Form>
  )
}
