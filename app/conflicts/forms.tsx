'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextAreaField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { barAction, declareAction, liftAction } from './actions'

type Props = { formKey: string; draft: Draft; kept: FormValues | undefined }

export function DeclarationForm({ formKey, draft, kept }: Props) {
  return (
    <Form
      title="Whom you must not see"
      action={declareAction}
      schema={() => import('@/lib/conflicts/schema').then((it) => it.declarationSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: 'Declare' }}
    >
      <RadioField
        name="whom"
        label="Is there anybody whose records you should not open?"
        options={[
          { value: 'nobody', label: 'Nobody that I know of' },
          {
            value: 'somebody',
            label: 'Somebody, or several',
            more: (
              <TextAreaField
                name="names"
                label="Who are they, and how do you know them?"
                labelSize="s"
                hint="Names, and enough to tell them from others. Only the custodian reads this"
                rows={4}
              />
            ),
          },
        ]}
      />
    </Form>
  )
}

type BarProps = { user: string; person: string; words: string; formKey: string }

/** One button of the custodian's report. */
export function BarForm({ user, person, words, formKey }: BarProps) {
  return (
    <Form
      id={`bar-${user}-${person}`}
      action={barAction}
      schema={() => import('@/lib/conflicts/schema').then((it) => it.barSchema)}
      formKey={formKey}
      end={{ submit: words, tone: 'secondary' }}
    >
      <input type="hidden" name="user" value={user} />
      <input type="hidden" name="person" value={person} />
    </Form>
  )
}

/** One button beside a bar in force. */
export function LiftForm({ bar, words, formKey }: { bar: string; words: string; formKey: string }) {
  return (
    <Form
      id={`lift-${bar}`}
      action={liftAction}
      schema={() => import('@/lib/conflicts/schema').then((it) => it.liftSchema)}
      formKey={formKey}
      end={{ submit: words, tone: 'secondary' }}
    >
      <input type="hidden" name="bar" value={bar} />
    </Form>
  )
}
