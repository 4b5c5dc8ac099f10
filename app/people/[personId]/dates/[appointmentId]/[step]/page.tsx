import { notFound } from 'next/navigation'
import { z } from 'zod'
import { FormTitle } from '@/components/form/form-title'
import { InsetText } from '@/components/ui/inset-text'
import { DATE_STEPS, type DateStep } from '@/lib/appointments/lists'
import { besideWords, kindWords, stateWords } from '@/lib/appointments/states'
import { dateRefusal } from '@/lib/appointments/steps'
import { formatDateTime } from '@/lib/dates'
import { hasKey } from '@/lib/fields'
import { FormPage, openForm } from '../../../form-page'
import { askDates, factsOf } from '../../find'
import { DateStepForm } from '../../forms'

type Props = { params: Promise<{ personId: string; appointmentId: string; step: string }> }

const isStep = (step: string): step is DateStep => hasKey(DATE_STEPS, step)

/** One step of a date. Where it cannot be taken from here, the page says why. */
export default async function DateStepPage({ params }: Props) {
  const { appointmentId, step } = await params
  if (!isStep(step) || !z.uuid().safeParse(appointmentId).success) notFound()
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'date-step',
    verb: 'appointment:book',
    subject: appointmentId,
    path: `/dates/${appointmentId}/${step}`,
    ask: askDates(({ dates }) => dates.find(({ id }) => id === appointmentId)),
  })
  const now = new Date()
  const why = dateRefusal(step, factsOf(asked, now), asked.own)
  const title = DATE_STEPS.find(({ key }) => key === step)?.label ?? ''
  return (
    <FormPage viewer={viewer} strip={strip} title={title}>
      <InsetText>
        <p className="font-bold">
          {kindWords(asked.kind)}, {formatDateTime(new Date(asked.startsAt))}
        </p>
        <p>{[asked.agency, stateWords(asked, now), ...besideWords(asked)].join(' · ')}</p>
      </InsetText>
      {why ? (
        <>
          <FormTitle title={title} wrong={false} />
          <p>{why}</p>
        </>
      ) : (
        <DateStepForm
          given={{ ...given, version: asked.version }}
          appointmentId={appointmentId}
          step={step}
        />
      )}
    </FormPage>
  )
}
