'use client'
// Fields only; the one Form needs the browser.

import { DateField } from '@/components/form/choice-fields'
import { SelectField, TextField } from '@/components/form/text-fields'
import { offeredIn } from '@/components/person/offered-in'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import { headlineAction } from '../actions'

/** The day, the time, how it was and what came of it. */
export function HeadlineForm({ given, contactId }: { given: GivenForm; contactId: string }) {
  return (
    <PersonForm
      given={given}
      title="Correct when and how it was"
      action={headlineAction}
      schema={() => import('@/lib/contacts/schema').then((it) => it.headlineSchema)}
      end={{ submit: 'Save correction' }}
      back={`/contacts/${contactId}`}
    >
      <input type="hidden" name="contactId" value={contactId} />
      <DateField name="date" label="Which day?" />
      <TextField name="time" label="What time? (optional)" hint="Like 14:30" width="short" />
      <SelectField name="kind" label="Where or how" options={offeredIn(given, 'contact_kind')} />
      <SelectField
        name="outcome"
        label="What came of it"
        options={offeredIn(given, 'contact_outcome')}
      />
    </PersonForm>
  )
}
