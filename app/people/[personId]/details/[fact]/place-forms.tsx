'use client'
// Fields only; the one Form needs the browser.

import { CheckboxField, DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { KeepAnyway } from '@/components/form/tick-field'
import { InsetText } from '@/components/ui/inset-text'
import { offeredIn } from '@/components/person/offered-in'
import { WHO_LIVES } from '@/lib/facts/lists'
import { addressAction, livingAction } from './actions'
import { FactForm, SourceField, type FactFormProps } from './fact-form'

function Protected() {
  return (
    <InsetText tone="caution">
      Their whereabouts are protected: the named teams alone will see this, and nobody can search by
      it.
    </InsetText>
  )
}

/** An address, and which of our own are over with it. It changes nothing else. */
export function AddressForm({ given, title, whereaboutsProtected, own }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={addressAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.addressSchema)}
    >
      {whereaboutsProtected ? <Protected /> : null}
      <TextAreaField name="lines" label="Address" rows={3} />
      <TextField name="postcode" label="Postcode (optional)" width="short" />
      <KeepAnyway of="postcode" label="Keep the postcode anyway" />
      <DateField name="fromOn" label="From when? (optional)" hint="Leave empty for today" />
      {own.length > 0 ? (
        <CheckboxField
          name="over"
          label={
            own.length === 1 ? 'And the old address is over?' : 'Which old addresses are over?'
          }
          hint="Untick one that they still have. What other agencies gave stays as it is."
          options={own}
        />
      ) : null}
      <RadioField
        name="lives"
        label="Who lives there?"
        hint="This moves nobody else, and tells no other agency’s system. If others moved too, add it on their own record."
        options={offers(WHO_LIVES)}
      />
      <SourceField />
    </FactForm>
  )
}

/** Where they stay, whether or not it is an address. */
export function LivingForm({ given, title, whereaboutsProtected }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={livingAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.livingSchema)}
    >
      {whereaboutsProtected ? <Protected /> : null}
      <SelectField
        name="code"
        label="Where do they stay?"
        hint="No settled address is an answer"
        options={offeredIn(given, 'accommodation')}
      />
      <TextField
        name="areaName"
        label="Which area? (optional)"
        hint="A part of the city, not an address"
        width="half"
      />
      <DateField name="fromOn" label="From when? (optional)" hint="Leave empty for today" />
    </FactForm>
  )
}
