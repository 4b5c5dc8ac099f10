import { notFound } from 'next/navigation'
import { lastDay } from '@/lib/agreements/rules'
import { dateValues } from '@/lib/form-state'
import { openAgreement } from '../../open-agreement'
import { SubPage } from '@/app/sub-page'
import { DatesForm } from './form'

type Props = { params: Promise<{ agreementId: string }> }

/** When an agreement is reviewed and when it ends: the host's officer. */
export default async function AgreementDatesPage({ params }: Props) {
  const { viewer, agreement, host, formKey } = await openAgreement(params, 'agreement:write', () =>
    Promise.resolve(null),
  )
  if (!host) notFound()
  const { id, name, version, reviewOn, endsAt, dpiaReference } = agreement
  const values = {
    ...dateValues('reviewOn', reviewOn),
    ...dateValues('endsOn', endsAt ? lastDay(endsAt) : ''),
    dpia: dpiaReference ?? '',
  }
  return (
    <SubPage
      viewer={viewer}
      title="Change dates"
      about={name}
      back={{ href: `/agreements/${id}`, label: name }}
    >
      <DatesForm agreement={id} version={version} formKey={formKey} values={values} />
    </SubPage>
  )
}
