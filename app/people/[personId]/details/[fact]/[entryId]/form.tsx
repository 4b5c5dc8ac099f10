'use client'
// Fields only; the one Form needs the browser.

import { DateField } from '@/components/form/choice-fields'
import type { GivenForm } from '@/components/person/person-form'
import { endFactAction } from '../actions'
import { FactForm } from '../fact-form'

type Props = { given: GivenForm; fact: string; entryId: string }

/** The last day of a fact. It stays readable as ended. */
export function FactEndForm({ given, fact, entryId }: Props) {
  return (
    <FactForm
      given={given}
      title="This is no longer so"
      action={endFactAction}
      schema={() => import('@/lib/facts/schema').then((it) => it.factEndSchema)}
      submit="End it"
    >
      <input type="hidden" name="fact" value={fact} />
      <input type="hidden" name="entryId" value={entryId} />
      <DateField name="endedOn" label="When did it end?" hint="It stays in the history" />
    </FactForm>
  )
}
