'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { TextAreaField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { Details } from '@/components/ui/details'
import type { Option } from '@/components/ui/select'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import { LabelHelper } from '@/components/person/label-helper'
import { offers } from '@/components/form/offers'
import type { Reading } from '@/lib/contacts/reading'
import { WHAT_HAPPENED, WHEN } from '@/lib/contacts/lists'
import { recordContactAction } from './actions'
import { HowField, WhenFields, MoreFields } from './extra-fields'
import { ReadersFields } from './readers-fields'

type Props = {
  given: GivenForm
  reading: Reading | null
  nameable: Option[]
  categories: Option[]
  whereaboutsProtected: boolean
}

/**
 * The minute note. What is only sometimes asked is hidden by its answer's own state, so no script
 * is needed.
 */
export function ContactForm({ given, reading, nameable, categories, whereaboutsProtected }: Props) {
  return (
    <PersonForm
      given={given}
      title="Record a contact"
      action={recordContactAction}
      schema={() => import('@/lib/contacts/schema').then((it) => it.contactSchema)}
      end={{ submit: 'Save contact', stuck: true }}
    >
      <div className="group/contact">
        <RadioField
          name="what"
          label="What happened?"
          layout="tiles"
          options={offers(WHAT_HAPPENED)}
        />
        <RadioField name="when" label="When?" layout="tiles" options={offers(WHEN)} />
        <WhenFields />
        <LabelHelper of="words">
          <TextAreaField
            name="words"
            label="In a line or two"
            hint="What was agreed, and what comes next. Speak or type."
          />
        </LabelHelper>
        <HowField given={given} />
        {whereaboutsProtected ? (
          <TickField
            name="locates"
            label="These words say where they live or will be"
            hint="Their whereabouts are protected: only the named teams will read the words"
          />
        ) : null}
        <MoreFields />
        <ReadersFields first={reading} nameable={nameable} categories={categories} />
        <Details summary="What does not go in here">
          <p>Leave these out, whatever the agreement says. Keep them in their own system.</p>
          <ul className="list-disc pl-5">
            <li>notes of an independent domestic or sexual violence adviser, or of counselling</li>
            <li>victim liaison material</li>
            <li>police intelligence</li>
            <li>minutes of MAPPA meetings</li>
          </ul>
        </Details>
      </div>
    </PersonForm>
  )
}
