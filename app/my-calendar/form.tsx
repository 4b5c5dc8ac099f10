'use client'
// The one Form needs the browser.

import { Form } from '@/components/form/form'
import { feedAction } from './actions'

type Props = { formKey: string; what: 'make' | 'end'; submit: string; second?: boolean }

/** One button: a new address, or none any more. */
export function FeedForm({ formKey, what, submit, second = false }: Props) {
  return (
    <Form
      {...(second ? { id: 'second' } : { title: 'Your calendar' })}
      action={feedAction}
      schema={() => import('@/lib/appointments/schema').then((it) => it.feedSchema)}
      formKey={formKey}
      values={{ what }}
      end={{ submit, tone: what === 'end' ? 'warning' : 'primary' }}
    >
      <input type="hidden" name="what" value={what} />
    </Form>
  )
}
