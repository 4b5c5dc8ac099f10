'use client'
// Fields only; the one Form needs the browser. Radios are keys: arrows choose, Enter sends.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import { Link } from '@/components/ui/link'
import { DECISIONS, LINK_DECISIONS } from '@/lib/identity/lists'
import type { FormValues } from '@/lib/form-state'
import { decideAction, reviewAction } from './actions'

type Props = { formKey: string; id: string; draft: Draft; kept: FormValues | undefined }
type Choice = { readonly key: string; readonly label: string }

const options = (list: readonly Choice[]) => list.map(({ key, label }) => ({ value: key, label }))
const whyHint = 'Needed when they are two people: it is remembered.'

/** What is said of a pair. */
export function DecideForm({ formKey, id, draft, kept }: Props) {
  return (
    <Form
      action={decideAction}
      schema={() => import('@/lib/identity/schema').then((it) => it.decisionSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: 'Save and go on', aside: <Link href="/identity">The whole queue</Link> }}
    >
      <input type="hidden" name="pair" value={id} />
      <RadioField name="said" label="Are they the same person?" options={options(DECISIONS)} />
      <TextField name="why" label="Why" hint={whyHint} autoComplete="off" />
    </Form>
  )
}

/** What is said of a link the machine made. */
export function ReviewForm({ formKey, id, draft, kept }: Props) {
  return (
    <Form
      action={reviewAction}
      schema={() => import('@/lib/identity/schema').then((it) => it.linkDecisionSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: 'Save and go on', aside: <Link href="/identity?list=links">All links</Link> }}
    >
      <input type="hidden" name="link" value={id} />
      <RadioField name="said" label="Is this link right?" options={options(LINK_DECISIONS)} />
      <TextField name="why" label="Why" hint={whyHint} autoComplete="off" />
    </Form>
  )
}
