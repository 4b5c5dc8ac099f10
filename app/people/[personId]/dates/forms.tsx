'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import {
  APPOINTMENT_KINDS,
  BECAME,
  MISSED_WHY,
  WEEKDAYS,
  type DateStep,
} from '@/lib/appointments/lists'
import { bookAction, dateStepAction, hardTimeAction, hardTimeEndAction } from './actions'

type Props = { given: GivenForm }

const day = <DateField name="day" label="Which day?" />
const time = <TextField name="time" label="At what time?" hint="Like 9:30 or 14:00" width="short" />
const anyway = (
  <TickField
    name="anyway"
    label="I have been told to keep two people apart, and have spoken to somebody about it"
    hint="Only if this page has said so"
  />
)

/** A new date. */
export function BookingForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="Book a date"
      action={bookAction}
      schema={() => import('@/lib/appointments/schema').then((it) => it.bookingSchema)}
      end={{ submit: 'Book it' }}
      back="/dates"
    >
      <SelectField
        name="kind"
        label="What is it?"
        hint="Never what it is for: this is read wherever the date is."
        options={offers(APPOINTMENT_KINDS)}
      />
      {day}
      {time}
      <TextField name="minutes" label="How many minutes?" width="short" />
      <TextField name="place" label="Where? (optional)" hint="Fewer people can read this" />
      <TextField
        name="postcode"
        label="Its postcode (optional)"
        hint="To see whether there is time to get from one place to the next"
        width="short"
      />
      <TickField
        name="agreed"
        label="They have agreed to it"
        hint="If not, it is offered until they do"
      />
      {anyway}
    </PersonForm>
  )
}

const buttons: Record<DateStep, string> = {
  agree: 'They agreed',
  became: 'Save what became of it',
  move: 'Move it',
  answer: 'Save the answer',
  offer: 'Offer this time',
  undo: 'Undo it',
}

/** One step of a date, with no more fields than the step asks. */
export function DateStepForm({
  given,
  appointmentId,
  step,
}: Props & { appointmentId: string; step: DateStep }) {
  return (
    <PersonForm
      given={given}
      title="Change a date"
      action={dateStepAction}
      schema={() => import('@/lib/appointments/schema').then((it) => it.dateStepSchema)}
      end={{ submit: buttons[step] }}
      back="/dates"
    >
      <input type="hidden" name="appointmentId" value={appointmentId} />
      <input type="hidden" name="step" value={step} />
      {step === 'became' ? (
        <>
          <RadioField name="became" label="What became of it?" options={offers(BECAME)} />
          <SelectField
            name="missedWhy"
            label="If not seen: what got in the way?"
            options={[{ value: '', label: 'It was not missed' }, ...offers(MISSED_WHY)]}
          />
        </>
      ) : null}
      {step === 'answer' ? (
        <RadioField
          name="answer"
          label="Is the other time right?"
          options={[
            { value: 'accepted', label: 'Yes: move it to then' },
            { value: 'declined', label: 'No: it stays as it is' },
          ]}
        />
      ) : null}
      {step === 'move' || step === 'offer' ? day : null}
      {step === 'move' || step === 'offer' ? time : null}
      {step === 'move' ? anyway : null}
    </PersonForm>
  )
}

/** A time that does not work. */
export function HardTimeForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="A time that does not work"
      action={hardTimeAction}
      schema={() => import('@/lib/appointments/schema').then((it) => it.hardTimeSchema)}
      end={{ submit: 'Save' }}
      back="/dates"
    >
      <SelectField name="weekday" label="Which days?" options={offers(WEEKDAYS)} />
      <TextField name="from" label="From when?" hint="Like 9:00" width="short" />
      <TextField name="until" label="Until when?" hint="Like 12:00" width="short" />
    </PersonForm>
  )
}

/** A time that works again. */
export function HardTimeEndForm({ given, hardTimeId }: Props & { hardTimeId: string }) {
  return (
    <PersonForm
      given={given}
      title="A time that works again"
      action={hardTimeEndAction}
      schema={() => import('@/lib/appointments/schema').then((it) => it.hardTimeEndSchema)}
      end={{ submit: 'It works again' }}
      back="/dates"
    >
      <input type="hidden" name="hardTimeId" value={hardTimeId} />
    </PersonForm>
  )
}
