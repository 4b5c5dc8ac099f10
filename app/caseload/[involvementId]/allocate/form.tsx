'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TickField } from '@/components/form/tick-field'
import type { Option } from '@/components/ui/select'
import { allocateAction } from './actions'

type Props = { involvement: string; colleagues: Option[]; formKey: string; filters: string }

export function AllocateForm({ involvement, colleagues, formKey, filters }: Props) {
  return (
    <Form
      title="Choose a practitioner"
      action={allocateAction}
      schema={() => import('@/lib/caseload/allocate-schema').then((it) => it.allocateSchema)}
      formKey={formKey}
      values={{ lead: 'on' }}
      end={{ submit: 'Allocate' }}
    >
      <input type="hidden" name="involvement" value={involvement} />
      <input type="hidden" name="filters" value={filters} />
      <RadioField name="worker" label="Who takes this on?" options={colleagues} />
      <TickField
        name="lead"
        label="They lead for our agency"
        hint="Other agencies see the lead’s name and telephone, where the agreement lets them"
      />
    </Form>
  )
}
