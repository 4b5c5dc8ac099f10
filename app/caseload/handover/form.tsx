'use client'
// Fields only; the one Form needs the browser.

import { CheckboxField, DateField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField, TextAreaField } from '@/components/form/text-fields'
import { Link } from '@/components/ui/link'
import type { Option } from '@/components/ui/select'
import type { FormValues } from '@/lib/form-state'
import { askSeveralAction } from './actions'

type Props = { people: Option[]; colleagues: Option[]; values: FormValues; formKey: string }

/** Several people go to one colleague, with one note. */
export function HandoverForm({ people, colleagues, values, formKey }: Props) {
  return (
    <Form
      title="Hand several over"
      action={askSeveralAction}
      schema={() => import('@/lib/handovers/schema').then((it) => it.askSeveralSchema)}
      formKey={formKey}
      values={values}
      end={{ submit: 'Ask them', aside: <Link href="/caseload">Cancel</Link> }}
    >
      <CheckboxField name="involvements" label="Whom do you hand over?" options={people} />
      <SelectField name="worker" label="Who takes them on?" options={colleagues} />
      <TextAreaField
        name="words"
        label="What should they know?"
        hint="It goes with each of them: say nothing about one person that is not about all"
      />
      <DateField name="movesOn" label="From when?" />
    </Form>
  )
}
