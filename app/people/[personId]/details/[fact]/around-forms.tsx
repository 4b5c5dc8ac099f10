'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { offeredIn } from '@/components/person/offered-in'
import { ALLOWED } from '@/lib/facts/lists'
import { adjustmentAction, ownWordsAction, relationshipAction, safeContactAction } from './actions'
import { FactForm, type FactFormProps } from './fact-form'

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** Somebody in their life. What is asked of a child is little, and nothing links to one. */
export function RelationshipForm({ given, title }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={relationshipAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.relationshipSchema)}
    >
      <div className="group/who">
        <SelectField
          name="kind"
          label="Who are they?"
          options={offeredIn(given, 'relationship_kind')}
        />
        <TextField
          name="otherName"
          label="Name"
          hint="For a child, the first name only"
          width="half"
        />
        <div className="hidden group-has-[option[value=child]:checked]/who:block">
          <TextField
            name="childYear"
            label="Year of birth (optional)"
            width="short"
            inputMode="numeric"
          />
          <TextField
            name="responsible"
            label="Who is responsible for them? (optional)"
            hint="Who holds parental responsibility, and their social worker"
          />
        </div>
        <RadioField name="livesWith" label="Do they live together? (optional)" options={yesNo} />
        <TextField name="note" label="Anything to know (optional)" />
      </div>
    </FactForm>
  )
}

/** What makes it easier. */
export function AdjustmentForm({ given, title }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={adjustmentAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.adjustmentSchema)}
    >
      <RadioField name="kind" label="What is it about?" options={offeredIn(given, 'adjustment')} />
      <TextField
        name="detail"
        label="What makes it easier?"
        hint="Everyone who may open this person sees it: “Read letters aloud”"
      />
    </FactForm>
  )
}

/** Their own words, and what not to ask again. */
export function OwnWordsForm({ given, title, whereaboutsProtected }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={ownWordsAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.ownWordsSchema)}
    >
      <TextAreaField
        name="words"
        label="In their words"
        hint="As they say it, not as a form would"
      />
      <TextAreaField
        name="askFirst"
        label="What should nobody ask again? (optional)"
        hint="So that they need not tell it twice"
        rows={3}
      />
      <DateField
        name="saidOn"
        label="When did they say it? (optional)"
        hint="Leave empty for today"
      />
      {whereaboutsProtected ? (
        <TickField name="locates" label="These words say where they live or will be" />
      ) : null}
      <TickField
        name="agreed"
        label="They agreed that this may be read"
        hint="Everyone who may open this person reads it first"
      />
    </FactForm>
  )
}

/** One way of reaching them, and whether it is safe. */
export function SafeContactForm({ given, title }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={safeContactAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.safeContactSchema)}
    >
      <SelectField name="channel" label="Which way?" options={offeredIn(given, 'channel')} />
      <RadioField name="allowed" label="Is it safe?" options={offers(ALLOWED)} />
      <TextField
        name="hours"
        label="Which hours? (optional)"
        hint="Like “after two”"
        width="half"
      />
      <RadioField name="voicemail" label="May a message be left? (optional)" options={yesNo} />
      <TextField
        name="coverName"
        label="Who should a caller say they are? (optional)"
        width="half"
      />
      <TextField name="note" label="Anything to know (optional)" />
    </FactForm>
  )
}
