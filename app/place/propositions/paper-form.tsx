'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { PARTNERS, PARTNER_SECTORS } from '@/lib/propositions/partners'
import { beginAction, saveAction } from './actions'

type Props = {
  /** Left out for a new one. */
  paper?: { id: string; version: number }
  formKey: string
  values: FormValues | undefined
  draft: Draft
}

/** The words of a proposition, with room for partners of several sectors. */
export function PaperForm({ paper, formKey, values, draft }: Props) {
  return (
    <Form
      title={paper ? 'Write a new version' : 'Begin a proposition'}
      action={paper ? saveAction : beginAction}
      schema={() =>
        import('@/lib/propositions/schema').then((it) => (paper ? it.saveSchema : it.beginSchema))
      }
      formKey={formKey}
      values={values ?? {}}
      version={paper?.version ?? 0}
      draft={draft}
      end={{ submit: paper ? 'Save this version' : 'Save the draft' }}
    >
      {paper ? <input type="hidden" name="paper" value={paper.id} /> : null}
      <TextField name="title" label="Title" hint="What would be different" />
      <TextAreaField
        name="need"
        label="The need"
        hint="Of many people, never of one. Figures are pinned afterwards"
      />
      <TextAreaField name="change" label="What you would do together" />
      {Array.from({ length: PARTNERS }, (_, n) => (
        <fieldset key={n} className="mb-6 border-l-4 border-line pl-4">
          <legend className="mb-2 text-heading-s">
            Partner {n + 1}
            {n > 0 ? <span className="font-normal text-muted"> (may be left empty)</span> : null}
          </legend>
          <TextField name={`name${n}`} label="Who?" labelSize="s" width="half" />
          <SelectField
            name={`sector${n}`}
            label="Sector"
            labelSize="s"
            options={PARTNER_SECTORS.map(({ key, label }) => ({ value: key, label }))}
          />
          <TextAreaField
            name={`changes${n}`}
            label="What would they change?"
            labelSize="s"
            rows={2}
          />
          <TextField
            name={`pays${n}`}
            label="What does it cost them?"
            labelSize="s"
            hint="With the source and the year; a range is honest"
          />
          <TextField
            name={`saves${n}`}
            label="What do they save?"
            labelSize="s"
            hint="Say whether it is cash, and who has it. Often somebody else than who pays"
          />
        </fieldset>
      ))}
      <TextAreaField
        name="outcomes"
        label="Outcomes to watch"
        hint="What would show that it works, and by when; and what would show that it does not"
      />
    </Form>
  )
}
