'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { LabelHelper } from '@/components/person/label-helper'
import { offeredIn } from '@/components/person/offered-in'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import { WARNING_TOLD } from '@/lib/codes'
import { LONGEST_MONTHS } from '@/lib/warnings/lists'
import { endAction, giveAction, renewAction } from './actions'

type Props = { given: GivenForm }
type OneProps = Props & { warningId: string }

/** A new warning. */
export function WarningForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="Give a warning"
      action={giveAction}
      schema={() => import('@/lib/warnings/schema').then((it) => it.warningSchema)}
      end={{ submit: 'Save warning' }}
      back="/warnings"
    >
      <div className="group/warning">
        <SelectField
          name="kind"
          label="What is it about?"
          options={offeredIn(given, 'warning_kind')}
        />
        <div className="hidden group-has-[option[value=marac]:checked]/warning:block">
          <TickField
            name="harmed"
            label="This is the person who is harmed"
            hint="A MARAC marker is never put on the record of somebody who causes harm. Its minutes do not go in here."
          />
        </div>
        <Said />
      </div>
    </PersonForm>
  )
}

/** The same for another while. */
export function RenewalForm({ given, warningId }: OneProps) {
  return (
    <PersonForm
      given={given}
      title="Renew a warning"
      action={renewAction}
      schema={() => import('@/lib/warnings/schema').then((it) => it.renewalSchema)}
      end={{ submit: 'Renew warning' }}
      back="/warnings"
    >
      <input type="hidden" name="warningId" value={warningId} />
      <Said />
    </PersonForm>
  )
}

function Said() {
  return (
    <>
      <LabelHelper of="headline">
        <TextField
          name="headline"
          label="What should a colleague do?"
          hint="Say what to do, not what they are: “Visit in pairs”. It stands beside the name."
          width="half"
        />
      </LabelHelper>
      <LabelHelper of="evidence">
        <TextAreaField
          name="evidence"
          label="What does it rest on?"
          hint="What happened, when, and who says so. Fewer people can read this than the warning."
        />
      </LabelHelper>
      <RadioField
        name="told"
        label="Have they been told?"
        options={offers(WARNING_TOLD).map((option) =>
          option.value === 'yes'
            ? {
                ...option,
                more: (
                  <DateField
                    name="toldOn"
                    label="When? (optional)"
                    labelSize="s"
                    hint="Leave empty for today"
                  />
                ),
              }
            : option,
        )}
      />
      <DateField
        name="lapsesOn"
        label="When does it lapse?"
        hint={`At most ${LONGEST_MONTHS} months ahead. You can renew it then.`}
      />
    </>
  )
}

/** No longer so, or never was. */
export function WarningEndForm({ given, warningId }: OneProps) {
  return (
    <PersonForm
      given={given}
      title="End a warning"
      action={endAction}
      schema={() => import('@/lib/warnings/schema').then((it) => it.warningEndSchema)}
      end={{ submit: 'End warning' }}
      back="/warnings"
    >
      <input type="hidden" name="warningId" value={warningId} />
      <TextField name="why" label="Why does it end?" hint="It stays readable as ended" />
    </PersonForm>
  )
}
