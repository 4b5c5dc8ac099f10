import { addMonths, today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { LONGEST_MONTHS } from '@/lib/warnings/lists'
import { FormPage, openForm } from '../../form-page'
import { WarningForm } from '../forms'

type Props = { params: Promise<{ personId: string }> }

/** Give a warning: what to do, on what it rests, until when. */
export default async function NewWarningPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'warning',
    verb: 'warning:give',
    path: '/warnings/new',
    lists: ['warning_kind'],
    ask: async () => null,
    values: () => dateValues('lapsesOn', addMonths(today(), LONGEST_MONTHS)),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Give a warning">
      <WarningForm given={given} />
    </FormPage>
  )
}
