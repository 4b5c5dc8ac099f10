'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TickField } from '@/components/form/tick-field'
import { joinAction, takeBackPartyAction } from '../../../actions'

type Props = { agreement: string; asking: string; formKey: string }

/** The asked agency's own officer says yes to the grounds that were written for it, or no. */
export function JoinForm({ agreement, asking, formKey }: Props) {
  return (
    <Form
      title="Answer for our agency"
      action={joinAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.joinSchema)}
      formKey={formKey}
      values={{}}
      end={{ submit: 'Save our answer' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      <input type="hidden" name="asking" value={asking} />
      <RadioField
        name="answer"
        label="Is our agency a party from now?"
        options={[
          { value: 'accept', label: 'Yes', hint: 'From the day above, and not before today' },
          {
            value: 'decline',
            label: 'No',
            hint: 'We are no party. The host is told, and may ask again',
          },
        ]}
      />
      <TickField name="holds" label="These grounds are ours, and whoever is named signed for us" />
    </Form>
  )
}

/** The host takes back what it asked, while it waits. */
export function TakeBackForm({ agreement, asking, formKey }: Props) {
  return (
    <Form
      title="Take it back"
      action={takeBackPartyAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.takeBackSchema)}
      formKey={formKey}
      end={{ submit: 'Take it back', tone: 'warning' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      <input type="hidden" name="asking" value={asking} />
    </Form>
  )
}
