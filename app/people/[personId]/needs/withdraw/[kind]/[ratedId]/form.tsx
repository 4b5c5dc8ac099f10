'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import { WITHDRAWN_WHY } from '@/lib/needs/lists'
import { withdrawAction } from '../../../actions'

type Props = { given: GivenForm; title: string; kind: string; entryId: string }

/** One question: why. */
export function WithdrawForm({ given, title, kind, entryId }: Props) {
  return (
    <PersonForm
      given={given}
      title={title}
      action={withdrawAction}
      schema={() => import('@/lib/needs/schema').then((it) => it.withdrawnSchema)}
      end={{ submit: 'Withdraw it', tone: 'warning' }}
      back="/needs"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="entryId" value={entryId} />
      <RadioField name="why" label="Why are you withdrawing it?" options={offers(WITHDRAWN_WHY)} />
    </PersonForm>
  )
}
