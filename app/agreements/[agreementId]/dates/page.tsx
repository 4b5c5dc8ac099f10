import { notFound } from 'next/navigation'
import { lastDay } from '@/lib/agreements/rules'
import { dateValues } from '@/lib/form-state'
import { openAgreement } from '../../open-agreement'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { DatesForm } from './form'

type Props = { params: Promise<{ agreementId: string }> }

/** When an agreement is reviewed and when it ends: the host's officer. */
export default async function AgreementDatesPage({ params }: Props) {
  const { viewer, agreement, host, asked, formKey } = await openAgreement(
    params,
    'agreement:write',
    (scope, { id }) =>
      openDraft(scope, { form: 'agreement-dates', subject: id, path: `/agreements/${id}/dates` }),
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
      <DatesForm
        agreement={id}
        version={version}
        formKey={formKey}
        values={asked.kept ?? values}
        draft={asked.draft}
      />
    </SubPage>
  )
}
