'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TickField } from '@/components/form/tick-field'
import { endMembershipAction, endUserAction } from '../../actions'

export function EndRoleForm({
  user,
  membership,
  formKey,
}: {
  user: string
  membership: string
  formKey: string
}) {
  return (
    <Form
      title="End this role"
      action={endMembershipAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.endMembershipSchema)}
      formKey={formKey}
      end={{ submit: 'End this role', tone: 'warning' }}
    >
      <input type="hidden" name="user" value={user} />
      <input type="hidden" name="membership" value={membership} />
      <TickField name="sure" label="This role should end at once" />
    </Form>
  )
}

export function LeaveForm({ user, formKey }: { user: string; formKey: string }) {
  return (
    <Form
      title="Has left"
      action={endUserAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.endUserSchema)}
      formKey={formKey}
      end={{ submit: 'Sign them out and end their roles', tone: 'warning' }}
    >
      <input type="hidden" name="user" value={user} />
      <TickField name="sure" label="They should be signed out and kept out at once" />
    </Form>
  )
}
