'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import { NDTA_ITEMS } from '@/lib/needs/ndta'
import { NDTA_ANCHORS } from '@/lib/needs/ndta-anchors-data'
import { itemField } from '@/lib/needs/ndta'
import { assessAction } from '../actions'

type Props = {
  given: GivenForm
  /** What each item scored last time, by item. */
  before: Record<number, number>
}

/** Ten questions, each with what its scores mean in plain words. */
export function AssessmentForm({ given, before }: Props) {
  return (
    <PersonForm
      given={given}
      title="Record an assessment"
      action={assessAction}
      schema={() => import('@/lib/needs/schema').then((it) => it.assessmentSchema)}
      end={{ submit: 'Save assessment' }}
      back="/needs"
    >
      {NDTA_ITEMS.map(({ item, label, scores }) => (
        <RadioField
          key={item}
          name={itemField(item)}
          label={`${item}. ${label}`}
          options={scores.map((score, index) => ({
            value: String(score),
            label: `${NDTA_ANCHORS[item]?.[index] ?? ''} (${score})`,
            hint: before[item] === score ? 'Last time' : undefined,
          }))}
        />
      ))}
      <DateField name="assessedOn" label="When was that? (optional)" hint="Leave empty for today" />
    </PersonForm>
  )
}
