import { addMonths, today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { LONGEST_MONTHS } from '@/lib/warnings/lists'
import { FormPage, openForm } from '../../../form-page'
import { RenewalForm } from '../../forms'
import { askOwn, warningIn, type WarningParams } from '../find'

/** Renew one of our own warnings: said anew, for another while. */
export default async function RenewPage({ params }: { params: WarningParams }) {
  const warningId = await warningIn(params)
  const { viewer, strip, given } = await openForm(params, {
    form: 'warning-renewal',
    verb: 'warning:give',
    subject: warningId,
    path: `/warnings/${warningId}/renew`,
    ask: askOwn(warningId),
    values: ({ headline, evidence }) => ({
      headline,
      evidence: evidence ?? '',
      ...dateValues('lapsesOn', addMonths(today(), LONGEST_MONTHS)),
    }),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Renew a warning">
      <RenewalForm given={given} warningId={warningId} />
    </FormPage>
  )
}
