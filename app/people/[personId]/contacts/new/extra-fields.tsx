'use client'
// Fields read the form around them.

import { DateField } from '@/components/form/choice-fields'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { Details } from '@/components/ui/details'
import type { GivenForm } from '@/components/person/person-form'
import { offeredIn } from '@/components/person/offered-in'
import { NOT_SAID } from '@/lib/contacts/lists'

/** How it was, and, for a try, what came of it. A phone call has said how already. */
export function HowField({ given }: { given: GivenForm }) {
  return (
    <>
      <div className="group-has-[input[value=phone]:checked]/contact:hidden">
        <SelectField
          name="kind"
          label="Where or how"
          labelSize="s"
          empty="Not said"
          options={offeredIn(given, 'contact_kind').filter(({ value }) => value !== NOT_SAID)}
        />
      </div>
      <div className="hidden group-has-[input[value=other]:checked]/contact:block group-has-[input[value=tried]:checked]/contact:block">
        <SelectField
          name="outcome"
          label="What came of it"
          labelSize="s"
          empty="Not said"
          options={offeredIn(given, 'contact_outcome')}
        />
      </div>
    </>
  )
}

/** Asked when it was on another day than the last. */
export function WhenFields() {
  return (
    <div className="hidden group-has-[input[value=earlier]:checked]/contact:block">
      <DateField name="date" label="Which day?" labelSize="s" />
      <TextField
        name="time"
        label="What time? (optional)"
        labelSize="s"
        hint="Like 14:30"
        width="short"
      />
    </div>
  )
}

/** What a minute note can do without. */
export function MoreFields() {
  return (
    <Details summary="Add where, who was there, or something about someone else">
      <div className="pt-2">
        <TextField name="place" label="Where (optional)" labelSize="s" width="half" />
        <TextField
          name="withWhom"
          label="Who else was there (optional)"
          labelSize="s"
          width="half"
        />
        <TextAreaField
          name="aboutOther"
          label="About someone else (optional)"
          labelSize="s"
          rows={3}
          hint="Kept apart from the note. Your own team alone reads it, and it is looked at before anything is handed out."
        />
        <TickField
          name="major"
          label="This is a big step"
          hint="It stays in sight on a short timeline"
        />
      </div>
    </Details>
  )
}
