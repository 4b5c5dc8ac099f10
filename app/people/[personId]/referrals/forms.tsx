'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { LabelHelper } from '@/components/person/label-helper'
import { offeredIn } from '@/components/person/offered-in'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { Option } from '@/components/ui/select'
import { AGREED_HOW, SEND_OR_KEEP, TO_WHOM } from '@/lib/referrals/lists'
import { writeAction } from './actions'

/** A new referral: to whom, for what, and what is asked; the duty of the law has its own fields. */
export function ReferralForm({ given, teams }: { given: GivenForm; teams: Option[] }) {
  return (
    <PersonForm
      given={given}
      title="Refer them"
      action={writeAction}
      schema={() => import('@/lib/referrals/schema').then((it) => it.referralSchema)}
      end={{ submit: 'Save referral' }}
      back="/referrals"
    >
      <RadioField
        name="where"
        label="Where does it go?"
        options={offers(TO_WHOM).map((option) => ({
          ...option,
          more:
            option.value === 'team' ? (
              <SelectField name="toTeam" label="Which team?" options={teams} />
            ) : (
              <TextField
                name="toName"
                label="Which service?"
                hint="As Services calls it, or as it calls itself"
                width="half"
              />
            ),
        }))}
      />
      <div className="group/referral">
        <SelectField
          name="reason"
          label="What is it for?"
          options={offeredIn(given, 'referral_reason')}
        />
        <div className="hidden group-has-[option[value=homelessness_duty]:checked]/referral:block">
          <Duty />
        </div>
      </div>
      <LabelHelper of="words">
        <TextAreaField
          name="words"
          label="What do you ask for, and why?"
          hint="The team it goes to reads this while the referral is open. Leave out where they stay if that is protected"
        />
      </LabelHelper>
      <RadioField name="when" label="Send it?" options={offers(SEND_OR_KEEP)} />
    </PersonForm>
  )
}

function Duty() {
  return (
    <>
      <p className="mb-4 text-note text-muted">
        A duty to refer needs their agreement, and goes to the council they choose.
      </p>
      <RadioField name="agreedHow" label="How did they agree?" options={offers(AGREED_HOW)} />
      <DateField name="agreedOn" label="When did they agree?" />
      <TextField name="council" label="Which council did they choose?" width="half" />
      <TextField
        name="contactBy"
        label="How can the council reach them?"
        hint="Only what is safe: see how to reach them on their page"
      />
      <DateField
        name="homeUntil"
        label="Last day in their home (optional)"
        hint="Leave empty if they have no home now. In law somebody is threatened with homelessness from 56 days before"
      />
    </>
  )
}
