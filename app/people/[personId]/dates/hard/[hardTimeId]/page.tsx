import { notFound } from 'next/navigation'
import { z } from 'zod'
import { InsetText } from '@/components/ui/inset-text'
import { hardWords } from '@/lib/appointments/states'
import { FormPage, openForm } from '../../../form-page'
import { askDates } from '../../find'
import { HardTimeEndForm } from '../../forms'

type Props = { params: Promise<{ personId: string; hardTimeId: string }> }

/** End a time of our own agency's that works again. */
export default async function EndHardTimePage({ params }: Props) {
  const { hardTimeId } = await params
  if (!z.uuid().safeParse(hardTimeId).success) notFound()
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'hard-time-end',
    verb: 'fact:end',
    subject: hardTimeId,
    path: `/dates/hard/${hardTimeId}`,
    ask: askDates(({ hard }) => hard.find(({ id, own }) => id === hardTimeId && own)),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="A time that works again">
      <InsetText>{hardWords(asked)}</InsetText>
      <HardTimeEndForm given={given} hardTimeId={hardTimeId} />
    </FormPage>
  )
}
