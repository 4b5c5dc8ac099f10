'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextField } from '@/components/form/text-fields'
import { KeepAnyway, TickField } from '@/components/form/tick-field'
import { NAME_KINDS, REACH_KINDS } from '@/lib/codes'
import { IDENTIFIER_TYPES } from '@/lib/people/identifiers'
import { birthAction, nameAction, numberAction, reachAction } from './actions'
import { FactForm, SourceChoice, SourceField, type FactFormProps } from './fact-form'

/** A name they use or used. */
export function NameForm({ given, title }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={nameAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.nameSchema)}
    >
      <RadioField name="kind" label="How is the name used?" options={offers(NAME_KINDS)} />
      <TextField name="given" label="First name" width="half" />
      <TextField name="middle" label="Middle names (optional)" width="half" />
      <TextField name="family" label="Family name" width="half" />
      <DateField name="usedFrom" label="Used from (optional)" />
      <DateField name="usedUntil" label="Used until (optional)" />
      <SourceChoice given={given} />
    </FactForm>
  )
}

/** A date of birth, or as much of it as is known. */
export function BirthForm({ given, title }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={birthAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.birthSchema)}
    >
      <DateField
        name="born"
        label="Date of birth"
        hint="As much as is known: the year alone, or month and year, will do"
        birthday
      />
      <TickField name="estimated" label="Somebody estimated it" />
      <SourceChoice given={given} />
    </FactForm>
  )
}

/** A number an agency knows them by. */
export function NumberForm({ given, title }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={numberAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.numberSchema)}
    >
      <SelectField
        name="type"
        label="Which number?"
        options={IDENTIFIER_TYPES.map(({ key, label }) => ({ value: key, label }))}
      />
      <TextField name="value" label="The number" hint="As it is written" width="half" />
      <KeepAnyway of="value" label="Keep it anyway: this is how it was given" />
      <DateField name="seenOn" label="When did you see it? (optional)" />
      <SourceField />
    </FactForm>
  )
}

/** A telephone number or e-mail address. */
export function ReachForm({ given, title }: FactFormProps) {
  return (
    <FactForm
      given={given}
      title={title}
      action={reachAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.reachSchema)}
    >
      <RadioField name="kind" label="What is it?" options={offers(REACH_KINDS)} />
      <TextField name="value" label="Number or email address" width="half" />
      <TextField
        name="note"
        label="Anything to know (optional)"
        hint="Like “his sister’s”"
        width="half"
      />
      <TickField
        name="impliesPlace"
        label="It tells where they are"
        hint="The number of a hostel or refuge. While their whereabouts are protected it is hidden with them."
      />
    </FactForm>
  )
}
