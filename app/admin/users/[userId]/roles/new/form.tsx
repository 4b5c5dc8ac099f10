'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import type { Option } from '@/components/ui/select'
import { membershipAction } from '../../../../actions'
import { RoleFields } from '../../../../team-fields'

export function RoleForm({
  user,
  formKey,
  teams,
}: {
  user: string
  formKey: string
  teams: Option[]
}) {
  return (
    <Form
      title="Add a role"
      action={membershipAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.membershipSchema)}
      formKey={formKey}
      end={{ submit: 'Add role' }}
    >
      <input type="hidden" name="user" value={user} />
      <RoleFields teams={teams} />
    </Form>
  )
}
