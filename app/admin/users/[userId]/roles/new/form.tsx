'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import type { Option } from '@/components/ui/select'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { membershipAction } from '../../../../actions'
import { RoleFields } from '../../../../team-fields'

type Props = {
  user: string
  formKey: string
  teams: Option[]
  host: boolean
  draft: Draft
  kept: FormValues | undefined
}

export function RoleForm({ user, formKey, teams, host, draft, kept }: Props) {
  return (
    <Form
      title="Add a role"
      action={membershipAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.membershipSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: 'Add role' }}
    >
      <input type="hidden" name="user" value={user} />
      <RoleFields teams={teams} host={host} />
    </Form>
  )
}
