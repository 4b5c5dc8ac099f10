'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { firstAdministratorAction } from '../../../actions'

type Props = { agency: string; formKey: string; draft: Draft; kept: FormValues | undefined }

export function FirstAdministratorForm({ agency, formKey, draft, kept }: Props) {
  return (
    <Form
      title="Ask somebody to run it"
      action={firstAdministratorAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.firstAdministratorSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: 'Ask them' }}
    >
      <input type="hidden" name="agency" value={agency} />
      <TextField name="name" label="Name" width="half" />
      <TextField name="email" label="Email address" type="email" width="half" />
    </Form>
  )
}
