'use client'
// Fields only; the one Form needs the browser.

import { DateField } from '@/components/form/choice-fields'
import { SelectField, TextAreaField } from '@/components/form/text-fields'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { Option } from '@/components/ui/select'
import { handoverAction } from './actions'

type Props = { given: GivenForm; involvementId: string; people: Option[] }

/** To whom, what they should know, and when: they confirm it, and nothing changes until then. */
export function HandoverForm({ given, involvementId, people }: Props) {
  return (
    <PersonForm
      given={given}
      title="Hand over"
      action={handoverAction}
      schema={() => import('@/lib/handovers/schema').then((it) => it.askSchema)}
      end={{ submit: 'Ask them' }}
      back="/team"
    >
      <input type="hidden" name="involvementId" value={involvementId} />
      <SelectField name="worker" label="Who takes them on?" options={people} />
      <TextAreaField
        name="words"
        label="What should they know?"
        hint="What was agreed, what is unfinished, what works with them"
      />
      <DateField name="movesOn" label="From when?" />
    </PersonForm>
  )
}
