'use client'
// Fields only; the one Form needs the browser.

import { asOptions } from '@/components/form/as-options'
import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField, TextField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import type { Option } from '@/components/ui/select'
import { LINK_KINDS, STRENGTHS } from '@/lib/network/schema'
import { linkAction, linkEndAction, moveAction, withholdAction } from './actions'

type OfOne = { institution: string; name: string; formKey: string }

/** Declares what this institution is to another. */
export function LinkForm({ institution, name, formKey, others }: OfOne & { others: Option[] }) {
  const ways = [
    { value: 'to', label: `From ${name} to the other` },
    { value: 'from', label: `From the other to ${name}` },
  ]
  return (
    <Form
      title={`A link of ${name}`}
      action={linkAction}
      schema={() => import('@/lib/network/schema').then((it) => it.linkSchema)}
      formKey={formKey}
      end={{ submit: 'Declare link' }}
    >
      <input type="hidden" name="institution" value={institution} />
      <SelectField name="other" label="The other institution" empty="Choose one" options={others} />
      <RadioField name="way" label="Which way does it go?" options={ways} />
      <RadioField name="kind" label="What is it?" options={asOptions(LINK_KINDS)} />
      <RadioField name="strength" label="How strong is it?" options={asOptions(STRENGTHS)} />
      <TextField name="words" label="In words" hint="May be left empty. Name nobody" />
    </Form>
  )
}

/** One button: the link holds no longer. */
export function LinkEndForm({
  link,
  institution,
  words,
  formKey,
}: {
  link: string
  institution: string
  words: string
  formKey: string
}) {
  return (
    <Form
      id={`end-${link}`}
      action={linkEndAction}
      schema={() => import('@/lib/network/schema').then((it) => it.linkEndSchema)}
      formKey={formKey}
      end={{ submit: words, tone: 'secondary' }}
    >
      <input type="hidden" name="link" value={link} />
      <input type="hidden" name="institution" value={institution} />
    </Form>
  )
}

type MoveProps = Omit<OfOne, 'name'> & { across: string; down: string }

/** Moves it on the sheet of the network. */
export function MoveForm({ institution, formKey, across, down }: MoveProps) {
  return (
    <Form
      id="move"
      action={moveAction}
      schema={() => import('@/lib/network/schema').then((it) => it.moveSchema)}
      formKey={formKey}
      values={{ across, down }}
      end={{ submit: 'Move it', tone: 'secondary' }}
    >
      <input type="hidden" name="institution" value={institution} />
      <TextField
        name="across"
        label="How far across"
        hint="0 is the left edge, 100 the right"
        width="short"
        inputMode="numeric"
      />
      <TextField
        name="down"
        label="How far down"
        hint="0 is the top, 100 the bottom"
        width="short"
        inputMode="numeric"
      />
    </Form>
  )
}

/** Withholds where it is, for good. */
export function WithholdForm({ institution, name, formKey }: OfOne) {
  return (
    <Form
      title={`Withhold where ${name} is`}
      action={withholdAction}
      schema={() => import('@/lib/institutions/schema').then((it) => it.withholdSchema)}
      formKey={formKey}
      end={{ submit: 'Withhold its place', tone: 'warning' }}
    >
      <input type="hidden" name="institution" value={institution} />
      <ul className="mb-5 list-disc space-y-1 pl-5">
        <li>
          Its address, point and areas are deleted, and those and the hours of all its services.
        </li>
        <li>They are on no map, in no export and in no public list from now on.</li>
        <li>No feed brings them back. Nor can you.</li>
        <li>The history of its entry goes too, since it may tell where it was.</li>
      </ul>
      <TickField name="sure" label="Where it is shall be kept nowhere" />
    </Form>
  )
}
