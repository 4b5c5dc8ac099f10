'use client'
// Fields only; the one Form needs the browser.

import { asOptions } from '@/components/form/as-options'
import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextAreaField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import type { Draft } from '@/components/form/use-draft'
import { ANSWERS } from '@/lib/confirming/schema'
import type { FormValues } from '@/lib/form-state'
import { takeBackWordAction, wordAction } from './actions'

type Props = { word: string; formKey: string }

/** A giver's answer to what another agency wrote down. */
export function WordForm(props: Props & { draft: Draft; kept: FormValues | undefined }) {
  const { word, formKey, draft, kept } = props
  return (
    <Form
      title="Do you confirm it?"
      action={wordAction}
      schema={() => import('@/lib/confirming/schema').then((it) => it.wordSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: 'Save your answer' }}
    >
      <input type="hidden" name="word" value={word} />
      <div className="group/word">
        <RadioField
          name="answer"
          label="Do you confirm it?"
          options={asOptions(ANSWERS)}
          layout="list"
        />
        <div className="hidden group-has-[input[value=not]:checked]/word:block">
          <TextAreaField
            name="reason"
            label="Why not?"
            hint="Read by whoever wrote it, where they may know that you work with this person"
            rows={2}
          />
        </div>
      </div>
    </Form>
  )
}

/** The way back. */
export function TakeBackWordForm({ word, formKey }: Props) {
  return (
    <Form
      title="Take your answer back"
      action={takeBackWordAction}
      schema={() => import('@/lib/confirming/schema').then((it) => it.takeBackWordSchema)}
      formKey={formKey}
      end={{ submit: 'Take it back', tone: 'warning' }}
    >
      <input type="hidden" name="word" value={word} />
      <TickField name="sure" label="Take this answer back. It waits again, and opens nothing" />
    </Form>
  )
}
