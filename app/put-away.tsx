'use client'
// The one Form needs the browser.

import { Form } from '@/components/form/form'
import { putAwayAction } from './actions'

/** One button: a notice that has been seen. */
export function PutAwayForm({ notice, formKey }: { notice: string; formKey: string }) {
  return (
    <Form
      id={`put-away-${formKey}`}
      action={putAwayAction}
      schema={() => import('@/lib/today/schema').then((it) => it.putAwaySchema)}
      formKey={formKey}
      end={{ submit: 'Put away', tone: 'secondary' }}
    >
      <input type="hidden" name="notice" value={notice} />
    </Form>
  )
}
