'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { KeepAnyway, TickField } from '@/components/form/tick-field'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { Option } from '@/components/ui/select'
import { CONFLICT_REASONS, HARM_KINDS } from '@/lib/states/lists'
import { conflictAction, deathAction, deathEndAction, harmAction, harmEndAction } from './actions'

type Props = { given: GivenForm }

/** Somebody who may harm them. Shows here alone. */
export function HarmForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="Add a harm link"
      action={harmAction}
      schema={() => import('@/lib/states/schema').then((it) => it.harmSchema)}
      end={{ submit: 'Save harm link' }}
      back="/sharing"
    >
      <TextField
        name="other"
        label="Who may harm them?"
        hint="The reference on that person’s page, or its address pasted. You must work with both."
        width="half"
      />
      <KeepAnyway of="other" name="sure" label="Yes, that is who I mean" />
      <RadioField name="kind" label="Who is that to them?" options={offers(HARM_KINDS)} />
      <TextAreaField
        name="detail"
        label="What should a colleague know? (optional)"
        hint="Like “never book both on a Tuesday”"
        rows={3}
      />
    </PersonForm>
  )
}

/** The end of a link. */
export function HarmEndForm({ given, linkId }: Props & { linkId: string }) {
  return (
    <PersonForm
      given={given}
      title="End a harm link"
      action={harmEndAction}
      schema={() => import('@/lib/states/schema').then((it) => it.harmEndSchema)}
      end={{ submit: 'End it now', tone: 'warning' }}
      back="/sharing"
    >
      <input type="hidden" name="linkId" value={linkId} />
      <TickField name="sure" label="It is safe now for these two to be booked together" />
    </PersonForm>
  )
}

/** A worker who must never open this person. */
export function ConflictForm({ given, people }: Props & { people: Option[] }) {
  return (
    <PersonForm
      given={given}
      title="Bar a worker"
      action={conflictAction}
      schema={() => import('@/lib/states/schema').then((it) => it.conflictSchema)}
      end={{ submit: 'Bar them', tone: 'warning' }}
      back="/sharing"
    >
      <SelectField name="userId" label="Who must not see this person?" options={people} />
      <RadioField name="reason" label="Why?" options={offers(CONFLICT_REASONS)} />
    </PersonForm>
  )
}

/** The person died. */
export function DeathForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="Record a death"
      action={deathAction}
      schema={() => import('@/lib/states/schema').then((it) => it.deathSchema)}
      end={{ submit: 'Record it', tone: 'warning' }}
      back="/sharing"
    >
      <DateField
        name="diedOn"
        label="Which day? (optional)"
        hint="Leave empty when it is not known"
      />
      <TextField name="source" label="Who told you?" width="half" />
      <TextField
        name="confirmedBy"
        label="Who confirmed it?"
        hint="Like a hospital, the police, or family"
        width="half"
      />
      <TickField name="sure" label="I have checked that this is the right person" />
    </PersonForm>
  )
}

/** A death that we recorded was an error. */
export function DeathEndForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="Undo a death"
      action={deathEndAction}
      schema={() => import('@/lib/states/schema').then((it) => it.deathEndSchema)}
      end={{ submit: 'Undo it now', tone: 'warning' }}
      back="/sharing"
    >
      <TickField name="sure" label="I have checked: they are alive, or this was somebody else" />
    </PersonForm>
  )
}
