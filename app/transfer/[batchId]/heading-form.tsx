'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { SelectField } from '@/components/form/text-fields'
import { Details } from '@/components/ui/details'
import type { TopLine } from '@/lib/transfer/csv'
import { headingAction } from '../actions'

type Props = { batch: string; formKey: string; line: number; lines: TopLine[] }

/** Another line that names the columns; the file is read again from there. */
export function HeadingForm({ batch, formKey, line, lines }: Props) {
  return (
    <Details summary="They are on another line">
      <Form
        action={headingAction}
        schema={() => import('@/lib/transfer/schema').then((it) => it.headingSchema)}
        formKey={formKey}
        id="heading"
        values={{ line: String(line) }}
        end={{ submit: 'Read the file again', tone: 'secondary' }}
      >
        <input type="hidden" name="batch" value={batch} />
        <SelectField
          name="line"
          label="The line that names the columns"
          options={lines.map((one) => ({
            value: String(one.line),
            label: `Line ${one.line}: ${one.words}`,
          }))}
        />
      </Form>
    </Details>
  )
}
