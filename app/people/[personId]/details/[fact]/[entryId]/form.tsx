'use client'
// Fields only; the one Form needs the browser.

import { DateField } from '@/components/form/choice-fields'
import type { GivenForm } from '@/components/person/person-form'
import { endFactAction } from '../actions'
import { FactForm } from '../fact-form'

type Props = { given: GivenForm; fact: string; entryId: string }

// A date of birth does not end, and a number or an answer may never have been theirs.
const questions: Readonly<Record<string, string>> = {
  birth: 'When was it found to be wrong?',
  identity: 'When was it no longer so, or found to be wrong?',
  number: 'When was it found to be wrong, or no longer used?',
}

const notFound = 'It stays in the details, as no longer so. Nobody is found by it any more'
const hints: Readonly<Record<string, string>> = {
  birth: notFound,
  identity: 'Nobody is shown it any more',
  number: notFound,
}

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
      <DateField
        name="endedOn"
        label={questions[fact] ?? 'When did it end?'}
        hint={hints[fact] ?? 'It stays in the history'}
      />
    </FactForm>
  )
}
