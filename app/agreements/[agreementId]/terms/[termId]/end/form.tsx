'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { WhenFields } from '@/components/form/when-fields'
import { endTermAction } from '../../../../actions'

type Props = { agreement: string; term: string; formKey: string }

export function EndTermForm({ agreement, term, formKey }: Props) {
  return (
    <Form
      title="End this term"
      action={endTermAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.endTermSchema)}
      formKey={formKey}
      end={{ submit: 'End this term', tone: 'warning' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      <input type="hidden" name="term" value={term} />
      <WhenFields
        label="When?"
        now="It closes at once, headlines included"
        later="Headlines stay open for 28 days after that day"
      />
    </Form>
  )
}
