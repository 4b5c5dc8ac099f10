'use client'
// Fields only; the one Form needs the browser.

import { CheckboxField, DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { Option } from '@/components/ui/select'
import type { FormAction } from '@/lib/form-state'
import { NAMING } from '@/lib/states/lists'
import { limitedAction, namedAction, nameAction, whereaboutsAction } from './actions'
import { limitedEndAction, nameEndAction, whereaboutsEndAction } from './actions'

type Props = { given: GivenForm }

/** Whereabouts hidden from all but the named teams. */
export function WhereaboutsForm({ given, teams }: Props & { teams: Option[] }) {
  return (
    <PersonForm
      given={given}
      title="Protect their whereabouts"
      action={whereaboutsAction}
      schema={() => import('@/lib/states/schema').then((it) => it.whereaboutsSchema)}
      end={{ submit: 'Protect now' }}
      back="/sharing"
    >
      <TextAreaField name="reason" label="Why do they need it?" rows={3} />
      <CheckboxField
        name="teams"
        label="Which other teams may still see where they are?"
        hint="Your own team always may"
        options={teams}
      />
      <DateField name="reviewOn" label="When should it be looked at again?" />
    </PersonForm>
  )
}

/** A changed name. */
export function ProtectedNameForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="Protect a name"
      action={nameAction}
      schema={() => import('@/lib/states/schema').then((it) => it.protectedNameSchema)}
      end={{ submit: 'Protect now' }}
      back="/sharing"
    >
      <TextAreaField name="reason" label="Why does it need protecting?" rows={3} />
    </PersonForm>
  )
}

/** Named people alone. */
export function LimitedForm({ given, people }: Props & { people: Option[] }) {
  return (
    <PersonForm
      given={given}
      title="Limit access"
      action={limitedAction}
      schema={() => import('@/lib/states/schema').then((it) => it.limitedSchema)}
      end={{ submit: 'Limit access now', tone: 'warning' }}
      back="/sharing"
    >
      <TextAreaField name="reason" label="Why?" rows={3} />
      <CheckboxField
        name="users"
        label="Who may still open this person?"
        hint="You, everybody who is named as their worker, and those workers’ managers stay in any case"
        options={people}
      />
      <DateField name="reviewOn" label="When should it be looked at again?" />
    </PersonForm>
  )
}

/** Who is named. */
export function NamedForm({ given, named, others }: Props & { named: Option[]; others: Option[] }) {
  return (
    <PersonForm
      given={given}
      title="Who is named"
      action={namedAction}
      schema={() => import('@/lib/states/schema').then((it) => it.namedSchema)}
      end={{ submit: 'Change it' }}
      back="/sharing"
    >
      <div className="group/named">
        <RadioField name="change" label="What should change?" options={offers(NAMING)} />
        <div className="hidden group-has-[input[value=add]:checked]/named:block">
          <SelectField name="add" label="Who?" options={others} />
        </div>
        <div className="hidden group-has-[input[value=remove]:checked]/named:block">
          <SelectField name="remove" label="Who?" options={named} />
        </div>
        <TextAreaField
          name="reason"
          label="Why?"
          hint="Shown to whoever has to agree, and to your managers"
          rows={2}
        />
      </div>
    </PersonForm>
  )
}

const endings = {
  whereabouts: {
    title: 'End the protection of whereabouts',
    action: whereaboutsEndAction,
    label: 'It is safe now for others under the agreement to see where they live',
  },
  name: {
    title: 'End the protection of a name',
    action: nameEndAction,
    label: 'It is safe now for both names to be seen together',
  },
  limited: {
    title: 'End limited access',
    action: limitedEndAction,
    label: 'It is safe now for everybody whose team works with them to open this person',
  },
} satisfies Record<string, { title: string; action: FormAction; label: string }>

export type Ending = keyof typeof endings

/** The end of a protection: a tick, so that it is never one click. */
export function EndStateForm({ given, of }: Props & { of: Ending }) {
  const { title, action, label } = endings[of]
  return (
    <PersonForm
      given={given}
      title={title}
      action={action}
      schema={() =>
        import('@/lib/states/schema').then((it) =>
          of === 'name' ? it.endStateSchema : it.endProtectionSchema,
        )
      }
      end={{ submit: of === 'name' ? 'End it now' : 'End it', tone: 'warning' }}
      back="/sharing"
    >
      {of === 'name' ? null : (
        <TextAreaField
          name="reason"
          label="Why is it safe now?"
          hint="Shown to whoever has to agree"
          rows={2}
        />
      )}
      <TickField name="sure" label={label} />
    </PersonForm>
  )
}
