'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField } from '@/components/form/text-fields'
import type { FormValues } from '@/lib/form-state'
import { LIST_KINDS, NAME_ORDERS } from '@/lib/transfer/lists'
import { checkAction } from '../actions'
import { ColumnFields, type ColumnSeen } from './column-fields'

type Props = {
  batch: string
  shape: 'people' | 'headline_feed'
  columns: ColumnSeen[]
  teams: { id: string; name: string }[]
  values: FormValues
  formKey: string
}

const hints = {
  current: 'Everybody in the team below can open them from today.',
  reference: 'Kept as your agency’s own file. It opens nobody to any team.',
}
const kinds = LIST_KINDS.map(({ key, label }) => ({ value: key, label, hint: hints[key] }))
const nameOrders = NAME_ORDERS.map(({ key, label }) => ({ value: key, label }))

/** How the file is read: what each column is, what being on the list means, whose work it is. */
export function MappingForm({ batch, shape, columns, teams, values, formKey }: Props) {
  return (
    <Form
      action={checkAction}
      schema={() => import('@/lib/transfer/schema').then((it) => it.mappingFormSchema)}
      formKey={formKey}
      values={values}
      end={{ submit: 'Check the rows' }}
    >
      <input type="hidden" name="batch" value={batch} />
      <input type="hidden" name="shape" value={shape} />
      <ColumnFields shape={shape} columns={columns} />
      {shape === 'people' ? (
        <>
          <RadioField name="nameOrder" label="How whole names are written" options={nameOrders} />
          <RadioField name="kind" label="What being on this list means" options={kinds} />
        </>
      ) : (
        <>
          <input type="hidden" name="nameOrder" value="given_first" />
          <input type="hidden" name="kind" value="current" />
        </>
      )}
      <SelectField
        name="team"
        label="Whose work it is"
        empty="Choose a team"
        hint={shape === 'people' ? undefined : 'For rows that name no team of yours.'}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form>
  )
}
