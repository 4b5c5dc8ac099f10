'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { endTeamAction } from '../../../actions'

export function EndTeamForm({ team, formKey }: { team: string; formKey: string }) {
  return (
    <Form
      title="End a team"
      action={endTeamAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.endTeamSchema)}
      formKey={formKey}
      end={{ submit: 'End this team', tone: 'warning' }}
    >
      <input type="hidden" name="team" value={team} />
      <TextField
        name="why"
        label="Why does it end?"
        hint="Such as: it became part of the outreach team"
      />
      <TickField name="sure" label="The team should end at once" />
    </Form>
  )
}
