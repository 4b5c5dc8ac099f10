'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { VERSION_DECISIONS } from '@/lib/identity/lists'
import { asOptions } from '@/components/form/as-options'
import { decideVersionAction } from './actions'

type Props = { version: string; formKey: string }

/** Use the proposed values, or keep those in use. */
export function DecideForm({ version, formKey }: Props) {
  return (
    <Form
      action={decideVersionAction}
      schema={() => import('@/lib/identity/version-schema').then((it) => it.versionDecisionSchema)}
      formKey={formKey}
      end={{ submit: 'Save' }}
    >
      <input type="hidden" name="proposal" value={version} />
      <RadioField
        name="said"
        label="Which values shall be used?"
        hint="Links made before stay as they are until somebody looks at them"
        options={asOptions(VERSION_DECISIONS)}
      />
    </Form>
  )
}
