'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import type { Option } from '@/components/ui/select'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { userAction } from '../../actions'
import { RoleFields } from '../../team-fields'

type Props = {
  formKey: string
  teams: Option[]
  host: boolean
  draft: Draft
  kept: FormValues | undefined
}

export function UserForm({ formKey, teams, host, draft, kept }: Props) {
  return (
    <Form
      title="Add a user"
      action={userAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.userSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: 'Add user' }}
    >
      <TextField
        name="name"
        label="Name"
        hint="As colleagues in other agencies should read it"
        width="half"
      />
      <TextField
        name="email"
        label="Email address"
        hint="They sign in with it. Nothing is sent to it"
        type="email"
        width="half"
      />
      <TextField name="phone" label="Work telephone" type="tel" width="half" />
      <RoleFields teams={teams} host={host} />
    </Form>
  )
}
