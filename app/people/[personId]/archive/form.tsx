'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TextAreaField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import { Link } from '@/components/ui/link'
import type { FormValues } from '@/lib/form-state'
import { archiveAction } from '@/app/people/new/actions'

/** The reason an archive is opened for. */
type Props = { formKey: string; personId: string; draft: Draft; kept: FormValues | undefined }

export function ArchiveForm({ formKey, personId, draft, kept }: Props) {
  return (
    <Form
      action={archiveAction}
      schema={() => import('@/lib/identity/new-person-schema').then((it) => it.archiveSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: 'Open our record', aside: <Link href="/people">Go back</Link> }}
    >
      <input type="hidden" name="person" value={personId} />
      <TextAreaField
        name="reason"
        label="Why you need it"
        hint="Kept in the log with your name, and read by your information officer."
        rows={3}
      />
    </Form>
  )
}
