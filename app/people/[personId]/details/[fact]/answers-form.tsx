'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextField } from '@/components/form/text-fields'
import { offeredIn } from '@/components/person/offered-in'
import { InsetText } from '@/components/ui/inset-text'
import { SEXES } from '@/lib/codes'
import { identityAction } from './actions'
import { FactForm, SourceChoice, type FactFormProps } from './fact-form'

const ownWord = <TextField name="genderWords" label="What word do they use?" width="half" />

/** Pronouns, sex, gender and ethnic group, as the person gives them; each may be left out. */
export function IdentityForm({ given, title }: FactFormProps) {
  const genders = offeredIn(given, 'gender')
  return (
    <FactForm
      given={given}
      title={title}
      action={identityAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.identitySchema)}
    >
      <InsetText>
        Ask; do not guess. They need not answer, and nothing here decides what anybody is offered.
        Sex helps to tell two people of one name apart.
      </InsetText>
      <TextField
        name="pronouns"
        label="Pronouns (optional)"
        hint="As they say them, like “they” or “she or they”"
        width="half"
      />
      <RadioField name="sex" label="Sex (optional)" options={offers(SEXES)} />
      <RadioField
        name="gender"
        label="Gender (optional)"
        options={genders.map((one) => (one.value === 'own_term' ? { ...one, more: ownWord } : one))}
      />
      <SelectField
        name="ethnicity"
        label="Ethnic group (optional)"
        options={offeredIn(given, 'ethnicity')}
      />
      <SourceChoice given={given} />
    </FactForm>
  )
}
