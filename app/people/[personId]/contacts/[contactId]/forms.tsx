'use client'
// Fields only; the one Form needs the browser.

import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { TextAreaField, TextField } from '@/components/form/text-fields'
import { LabelHelper } from '@/components/person/label-helper'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { Option } from '@/components/ui/select'
import { AUDIENCES } from '@/lib/contacts/lists'
import { correctAction, recategoriseAction, withdrawAction } from './actions'

type Props = { given: GivenForm; contactId: string }

const hidden = (contactId: string) => <input type="hidden" name="contactId" value={contactId} />
const back = (contactId: string) => `/contacts/${contactId}`

/** New words in place of the old, which stay with our own agency. */
export function CorrectionForm({ given, contactId }: Props) {
  return (
    <PersonForm
      given={given}
      title="Correct a contact"
      action={correctAction}
      schema={() => import('@/lib/contacts/schema').then((it) => it.correctionSchema)}
      end={{ submit: 'Save correction' }}
      back={back(contactId)}
    >
      {hidden(contactId)}
      <LabelHelper of="words">
        <TextAreaField name="words" label="What happened" rows={8} />
      </LabelHelper>
      <TextField
        name="why"
        label="Why are you correcting it?"
        hint="Shown beside the corrected words. The old ones stay with your own agency."
      />
    </PersonForm>
  )
}

/** For a contact written on the wrong person or by mistake. */
export function WithdrawalForm({ given, contactId }: Props) {
  return (
    <PersonForm
      given={given}
      title="Withdraw a contact"
      action={withdrawAction}
      schema={() => import('@/lib/contacts/schema').then((it) => it.withdrawalSchema)}
      end={{ submit: 'Withdraw it', tone: 'warning' }}
      back={back(contactId)}
    >
      {hidden(contactId)}
      <TextField
        name="why"
        label="Why are you withdrawing it?"
        hint="Your own agency reads it. Nobody else sees the contact any more."
      />
    </PersonForm>
  )
}

const atOnce = 'The most protected one decides who can read it. It takes effect at once.'
const onlyAdd = 'Somebody else wrote this: you can tick more, and only they can take one away.'

/** What it is about, and who may read it; the author alone opens or narrows it. */
export function CategoriesForm(props: Props & { categories: Option[]; mine: boolean }) {
  const { given, contactId, categories, mine } = props
  return (
    <PersonForm
      given={given}
      title="Change what a contact is about"
      action={recategoriseAction}
      schema={() => import('@/lib/contacts/schema').then((it) => it.recategoriseSchema)}
      end={{ submit: 'Change it now' }}
      back={back(contactId)}
    >
      {hidden(contactId)}
      <CheckboxField
        name="categories"
        label="What is it about?"
        hint={mine ? atOnce : `${atOnce} ${onlyAdd}`}
        options={categories}
      />
      {mine ? (
        <RadioField name="audience" label="Who may read it?" options={offers(AUDIENCES)} />
      ) : (
        <input type="hidden" name="audience" value={String(given.values.audience)} />
      )}
    </PersonForm>
  )
}
