'use client'
// Fields only; the one Form needs the browser.

import type { ReactNode } from 'react'
import { DateField, RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField } from '@/components/form/text-fields'
import type { LoadSchema } from '@/components/form/use-check'
import type { Draft } from '@/components/form/use-draft'
import { LabelHelper } from '@/components/person/label-helper'
import { Link } from '@/components/ui/link'
import type { Option } from '@/components/ui/select'
import type { FormAction, FormValues } from '@/lib/form-state'
import { REFERRAL_ANSWERS, REFERRAL_OUTCOMES } from '@/lib/referrals/lists'
import {
  amendAction,
  answerAction,
  endAction,
  sendAction,
  startAction,
  withdrawAction,
} from './actions'

/** What a page hands the form of one step. */
export type GivenStep = {
  referralId: string
  formKey: string
  values: FormValues
  draft: Draft
  /** Of a service outside: what is written down is what they told us. */
  outside: boolean
}

type Props = { given: GivenStep }

type FrameProps = Props & {
  title: string
  submit: string
  action: FormAction
  schema: LoadSchema
  children: ReactNode
}

function StepForm({ given, title, submit, action, schema, children }: FrameProps) {
  const { referralId, formKey, values, draft } = given
  return (
    <Form
      title={title}
      action={action}
      schema={schema}
      formKey={formKey}
      values={values}
      draft={draft}
      end={{ submit, aside: <Link href={`/referrals/${referralId}`}>Cancel</Link> }}
    >
      <input type="hidden" name="referralId" value={referralId} />
      {children}
    </Form>
  )
}

function Line({ outside, label }: { outside: boolean; label?: string }) {
  return (
    <LabelHelper of="line">
      <TextAreaField
        name="line"
        label={label ?? (outside ? 'What did they say? (optional)' : 'A line to them (optional)')}
        hint={outside ? undefined : 'Both sides read it in the log'}
        rows={3}
      />
    </LabelHelper>
  )
}

/** One button: a draft goes. */
export function SendForm({ referralId, formKey }: { referralId: string; formKey: string }) {
  return (
    <Form
      id="send"
      action={sendAction}
      schema={() => import('@/lib/referrals/schema').then((it) => it.sendSchema)}
      formKey={formKey}
      end={{ submit: 'Send it' }}
    >
      <input type="hidden" name="referralId" value={referralId} />
    </Form>
  )
}

/** Yes or no. */
export function AnswerForm({ given, reasons }: Props & { reasons: Option[] }) {
  const { outside } = given
  return (
    <StepForm
      given={given}
      title="Answer the referral"
      submit="Save the answer"
      action={answerAction}
      schema={() => import('@/lib/referrals/schema').then((it) => it.answerSchema)}
    >
      <RadioField
        name="answer"
        label={outside ? 'What did they answer?' : 'Do you take them on?'}
        options={offers(REFERRAL_ANSWERS).map((option) => ({
          ...option,
          more:
            option.value === 'accepted' ? (
              <DateField
                name="startsOn"
                label="When do you expect to start? (optional)"
                labelSize="s"
                hint="Until you start, they wait"
              />
            ) : (
              <SelectField
                name="reason"
                label="Why not?"
                hint="About what you cannot do, not about the person"
                options={reasons}
              />
            ),
        }))}
      />
      <Line outside={outside} />
    </StepForm>
  )
}

/** Said anew. */
export function AmendForm({ given }: Props) {
  return (
    <StepForm
      given={given}
      title="Amend the referral"
      submit="Save the change"
      action={amendAction}
      schema={() => import('@/lib/referrals/schema').then((it) => it.amendSchema)}
    >
      <EditionField values={given.values} />
      <LabelHelper of="words">
        <TextAreaField
          name="words"
          label="What do you ask for, and why?"
          hint="What stood before stays beside it, for both sides"
        />
      </LabelHelper>
      <Line outside={false} label="What did you change, and why?" />
    </StepForm>
  )
}

function EditionField({ values }: { values: FormValues }) {
  const { edition } = values
  return <input type="hidden" name="edition" value={typeof edition === 'string' ? edition : '1'} />
}

/** Taken back. */
export function WithdrawForm({ given }: Props) {
  return (
    <StepForm
      given={given}
      title="Withdraw the referral"
      submit="Withdraw it"
      action={withdrawAction}
      schema={() => import('@/lib/referrals/schema').then((it) => it.withdrawSchema)}
    >
      <Line outside={given.outside} label="Why do you withdraw it?" />
    </StepForm>
  )
}

/** Work begins. */
export function StartForm({ given, people }: Props & { people: Option[] }) {
  return (
    <StepForm
      given={given}
      title="Start the work"
      submit="Start"
      action={startAction}
      schema={() => import('@/lib/referrals/schema').then((it) => it.startSchema)}
    >
      {given.outside ? null : (
        <SelectField
          name="worker"
          label="Who works with them? (optional)"
          empty="Nobody yet"
          options={people}
        />
      )}
      <Line outside={given.outside} />
    </StepForm>
  )
}

/** It ends. */
export function EndForm({ given }: Props) {
  return (
    <StepForm
      given={given}
      title="End the referral"
      submit="End it"
      action={endAction}
      schema={() => import('@/lib/referrals/schema').then((it) => it.endSchema)}
    >
      <RadioField name="outcome" label="What came of it?" options={offers(REFERRAL_OUTCOMES)} />
      <Line outside={given.outside} />
    </StepForm>
  )
}
