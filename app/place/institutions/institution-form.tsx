'use client'
// Fields only; the one Form needs the browser.

import { asOptions, yesOrNo } from '@/components/form/as-options'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import type { Option } from '@/components/ui/select'
import { NEED_DOMAINS } from '@/lib/codes'
import type { FormValues } from '@/lib/form-state'
import { SECTORS } from '@/lib/institutions/schema'
import { institutionAction } from './actions'

type Props = {
  title: string
  institution?: string
  version?: number
  values: FormValues
  formKey: string
  /** Agencies that may keep the entry: for whoever curates; null for a partner. */
  keepers: Option[] | null
  withheld: boolean
}

/** What is said of an institution. What is left empty is not known. */
export function InstitutionForm(props: Props) {
  const { title, institution, version, values, formKey, keepers, withheld } = props
  return (
    <Form
      title={title}
      action={institutionAction}
      schema={() => import('@/lib/institutions/schema').then((it) => it.institutionSchema)}
      formKey={formKey}
      version={version}
      values={values}
      end={{ submit: 'Save, as it is today' }}
    >
      {institution ? <input type="hidden" name="institution" value={institution} /> : null}
      <TextField name="name" label="Name" />
      {keepers ? (
        <SelectField name="sector" label="Sector" empty="Not known" options={asOptions(SECTORS)} />
      ) : null}
      <TextAreaField name="description" label="What it is" hint="Name nobody" rows={3} />
      <CheckboxField
        name="needs"
        label="Which needs does it help with?"
        options={asOptions(NEED_DOMAINS)}
      />
      {withheld ? (
        <p className="mb-6">Where it is and whom it serves there are not kept.</p>
      ) : (
        <Where />
      )}
      <TextField name="phone" label="Telephone" type="tel" width="half" />
      <TextField name="website" label="Website" type="url" />
      <TextField name="capacity" label="Places at once" width="short" inputMode="numeric" />
      <TextField name="waitDays" label="Wait, in days" width="short" inputMode="numeric" />
      <RadioField
        name="small"
        label="Has it under five staff?"
        hint="Then no figure of it is shown anywhere"
        options={yesOrNo}
      />
      {keepers ? (
        <SelectField
          name="agency"
          label="Which agency keeps this entry?"
          hint="Its managers may correct it"
          empty="None: the place’s lead does"
          options={keepers}
        />
      ) : null}
    </Form>
  )
}

function Where() {
  return (
    <>
      <TextAreaField name="areas" label="Areas it serves" hint="One on each line" rows={3} />
      <TextField name="address" label="Address" />
      <TextField
        name="latitude"
        label="Latitude"
        hint="In degrees. For a point on the map; may be left empty"
        width="short"
      />
      <TextField
        name="longitude"
        label="Longitude"
        hint="West of Greenwich is minus"
        width="short"
      />
    </>
  )
}
