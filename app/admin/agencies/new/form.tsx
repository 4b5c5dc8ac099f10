'use client'
// Fields only; the one Form needs the browser.

import { asOptions, yesOrNo } from '@/components/form/as-options'
import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField, TextField } from '@/components/form/text-fields'
import type { FormValues } from '@/lib/form-state'
import { AGENCY_KINDS } from '@/lib/admin/lists'
import type { Draft } from '@/components/form/use-draft'
import { agencyAction } from '../../actions'

type Props = { formKey: string; draft: Draft; kept: FormValues | undefined }

export function AgencyForm({ formKey, draft, kept }: Props) {
  return (
    <Form
      title="Add an agency"
      action={agencyAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.agencySchema)}
      formKey={formKey}
      values={kept ?? { impliesPlace: 'no' }}
      draft={draft}
      end={{ submit: 'Add agency' }}
    >
      <TextField
        name="name"
        label="Name"
        hint="As people call it. It is the controller of what it writes"
        width="half"
      />
      <TextField
        name="institution"
        label="Institution"
        hint="The body it belongs to. Walls inside a council are made by several agencies of one institution"
        width="half"
      />
      <SelectField name="kind" label="Kind" options={asOptions(AGENCY_KINDS)} />
      <TextField name="desk" label="Telephone of its desk" type="tel" width="half" />
      <RadioField
        name="impliesPlace"
        label="Does its very name tell where somebody lives?"
        hint="A refuge or a hostel. Then it is hidden wherever whereabouts are protected"
        options={yesOrNo}
      />
      <h2 className="mb-3 text-heading-m">Its first administrator</h2>
      <TextField name="firstName" label="Name" width="half" />
      <TextField name="firstEmail" label="Email address" type="email" width="half" />
    </Form>
  )
}
