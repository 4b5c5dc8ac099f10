'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TextAreaField } from '@/components/form/text-fields'
import { Link } from '@/components/ui/link'
import { archiveAction } from '@/app/people/new/actions'

/** The reason an archive is opened for. */
export function ArchiveForm({ formKey, personId }: { formKey: string; personId: string }) {
  return (
    <Form
      action={archiveAction}
      schema={() => import('@/lib/identity/new-person-schema').then((it) => it.archiveSchema)}
      formKey={formKey}
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
