'use client'
// The one Form needs the browser.

import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { codeAction, offerAction } from '../../actions'

type AddProps = { list: string; formKey: string; draft: Draft; kept: FormValues | undefined }

export function AddCodeForm({ list, formKey, draft, kept }: AddProps) {
  return (
    <Form
      action={codeAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.codeSchema)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: 'Add value' }}
    >
      <input type="hidden" name="list" value={list} />
      <TextField
        name="label"
        label="Add a value"
        hint="Short, concrete and kind: it will be read on screens"
        width="half"
      />
    </Form>
  )
}

type OfferProps = {
  list: string
  code: { key: string; label: string; current: boolean }
  formKey: string
}

/** One button: no longer offered, or offered again. */
export function OfferForm({ list, code, formKey }: OfferProps) {
  const { key, label, current } = code
  return (
    <Form
      id={`offer-${formKey}`}
      action={offerAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.offerSchema)}
      formKey={formKey}
      end={{ submit: current ? `Retire ${label}` : `Offer ${label} again`, tone: 'secondary' }}
    >
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="offered" value={current ? 'no' : 'yes'} />
    </Form>
  )
}
