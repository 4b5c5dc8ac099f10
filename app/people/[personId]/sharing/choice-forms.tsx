'use client'
// Fields only; the one Form needs the browser.

import { CheckboxField, DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { Option } from '@/components/ui/select'
import { CATEGORIES } from '@/lib/access/categories'
import { CHOICE_KINDS, KEPT_TO } from '@/lib/choices/lists'
import { choiceAction, choiceEndAction, joinAction, leaveAction } from './actions'

type Props = { given: GivenForm }
const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
const about = offers(CATEGORIES.filter(({ key }) => key !== 'safety'))

/** What they said about sharing: an objection, or a consent. */
export function ChoiceForm(props: Props & { agreements: Option[]; groups: Option[] }) {
  const { given, agreements, groups } = props
  return (
    <PersonForm
      given={given}
      title="Record what they said"
      action={choiceAction}
      schema={() => import('@/lib/choices/schema').then((it) => it.choiceSchema)}
      end={{ submit: 'Save what they said' }}
      back="/sharing"
    >
      <div className="group/choice">
        <RadioField name="kind" label="What did they say?" options={offers(CHOICE_KINDS)} />
        <div className="hidden group-has-[input[value=consent]:checked]/choice:block">
          <SelectField
            name="agreementId"
            label="Under which agreement?"
            hint="It opens what you give. Others who give are asked to confirm it, and are told who asked only where they may know it; what they give opens then"
            options={agreements}
          />
          <RadioField
            name="alone"
            label="Were they asked alone?"
            hint="With an interpreter is alone; with a partner or family is not"
            options={yesNo}
          />
          <RadioField
            name="free"
            label="Would saying no have changed nothing for them?"
            hint="Not when an order, a tenancy or a benefit asks for it"
            options={yesNo}
          />
          <DateField name="endsOn" label="Until when? (optional)" />
        </div>
        <div className="group-has-[input[value=not_counted]:checked]/choice:hidden">
          <CheckboxField
            name="aboutCategories"
            label="About what?"
            hint="None ticked: everything but safety"
            options={about}
          />
          <SelectField
            name="groupId"
            label="Shared with whom?"
            hint="Leave empty for everybody outside the agency that wrote it"
            empty="Everybody"
            options={groups}
          />
        </div>
        <DateField name="saidOn" label="When did they say it?" />
        <TextField
          name="how"
          label="How did they say it?"
          hint="Like “at our office, in their own words”"
        />
        <TextField name="present" label="Who was there? (optional)" />
        <div className="hidden group-has-[input[value=objection]:checked]/choice:block">
          <RadioField
            name="keptTo"
            label="Will it be kept to?"
            hint="Saying no changes nothing about the help they get"
            options={offers(KEPT_TO)}
          />
          <div className="hidden group-has-[[name=keptTo][value=no]:checked]/choice:block">
            <TextAreaField
              name="override"
              label="Which duty, or whose safety?"
              hint="Shown wherever the objection is. It counts for what your agency gives, and not for what it reads of others"
              rows={3}
            />
          </div>
        </div>
      </div>
    </PersonForm>
  )
}

/** They changed their mind. */
export function ChoiceEndForm({ given, choiceId }: Props & { choiceId: string }) {
  return (
    <PersonForm
      given={given}
      title="They changed their mind"
      action={choiceEndAction}
      schema={() => import('@/lib/choices/schema').then((it) => it.choiceEndSchema)}
      end={{ submit: 'End it now' }}
      back="/sharing"
    >
      <input type="hidden" name="choiceId" value={choiceId} />
    </PersonForm>
  )
}

/** Into a cohort. */
export function CohortForm({ given, agreements }: Props & { agreements: Option[] }) {
  return (
    <PersonForm
      given={given}
      title="Put them in a cohort"
      action={joinAction}
      schema={() => import('@/lib/choices/schema').then((it) => it.cohortSchema)}
      end={{ submit: 'Put them in' }}
      back="/sharing"
    >
      <RadioField name="agreementId" label="Which agreement?" options={agreements} />
      <DateField
        name="toldOn"
        label="When were they told? (optional)"
        hint="Leave empty when they have not been told yet"
      />
    </PersonForm>
  )
}

/** Out of a cohort. */
export function CohortEndForm({ given, memberId }: Props & { memberId: string }) {
  return (
    <PersonForm
      given={given}
      title="Take them out of a cohort"
      action={leaveAction}
      schema={() => import('@/lib/choices/schema').then((it) => it.cohortEndSchema)}
      end={{ submit: 'Take them out', tone: 'warning' }}
      back="/sharing"
    >
      <input type="hidden" name="memberId" value={memberId} />
      <TextAreaField
        name="reason"
        label="Why?"
        hint="Shown to whoever has to agree, and to your managers"
        rows={2}
      />
    </PersonForm>
  )
}
