'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { endTeamAction } from '../../../actions'

type Props = { team: string; formKey: string; draft: Draft; kept: FormValues | undefined }

export function EndTeamForm({ team, formKey, draft, kept }: Props) {
  return (
    <Form
      title="End a team"
      action={endTeamAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.endTeamSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
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
