'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField } from '@/components/form/text-fields'
import { LabelHelper } from '@/components/person/label-helper'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { Option } from '@/components/ui/select'
import { ABUSE_DIRECTIONS, NEED_STATES, SEVERITIES, TRENDS } from '@/lib/codes'
import { NEED_VOICES } from '@/lib/needs/lists'
import { rateAction } from '../actions'

type Props = { given: GivenForm; domains: Option[]; by: string }

/** One need: what is known, how far it gets in the way, which way it is going, and why. */
export function RatingForm({ given, domains, by }: Props) {
  return (
    <PersonForm
      given={given}
      title="Rate a need"
      action={rateAction}
      schema={() => import('@/lib/needs/schema').then((it) => it.ratingSchema)}
      end={{ submit: 'Save rating' }}
      back="/needs"
    >
      <div className="group/need">
        <SelectField name="domain" label="Which need?" options={domains} />
        <RadioField
          name="voice"
          label="Whose view is this?"
          hint="Yours and theirs stand beside each other. Neither takes the other’s place."
          options={offers(NEED_VOICES)}
        />
        <RadioField
          name="state"
          label="What is known?"
          hint={`Yours will say “as seen by ${by}”. Not known and not asked are answers too.`}
          options={offers(NEED_STATES)}
        />
        <div className="hidden group-has-[input[value=current]:checked]/need:block">
          <RadioField
            name="severity"
            label="How far does it get in the way?"
            hint="Fewer people can read this than that there is a need"
            options={offers(SEVERITIES)}
          />
          <RadioField
            name="trend"
            label="Which way is it going? (optional)"
            options={offers(TRENDS)}
          />
        </div>
        <div className="hidden group-has-[option[value=domestic\_abuse]:checked]/need:block">
          <RadioField
            name="direction"
            label="Which way does the harm go?"
            hint="Counted apart, so that people harmed and people causing harm are never added up."
            options={offers(ABUSE_DIRECTIONS)}
          />
        </div>
        <LabelHelper of="note">
          <TextAreaField
            name="note"
            label="What lies behind it (optional)"
            hint="What you saw or were told. Fewer people can read this than that there is a need."
          />
        </LabelHelper>
        <DateField name="ratedOn" label="When was that? (optional)" hint="Leave empty for today" />
      </div>
    </PersonForm>
  )
}
