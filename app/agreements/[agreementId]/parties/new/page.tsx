import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { listPossibleParties } from '@/lib/agreements/queries'
import { today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { openAgreement } from '../../../open-agreement'
import { SubPage } from '@/app/sub-page'
import { PartyForm } from './form'

type Props = { params: Promise<{ agreementId: string }> }

/** An agency joins, on its own grounds. */
export default async function NewPartyPage({ params }: Props) {
  const { viewer, agreement, host, asked, formKey } = await openAgreement(
    params,
    'agreement:write',
    (scope, { id }) => listPossibleParties(scope, id),
  )
  if (!host) notFound()
  const { id, name } = agreement
  return (
    <SubPage
      viewer={viewer}
      title="Add a party"
      about="Joining gives nothing and receives nothing by itself: terms and groups do."
      back={{ href: `/agreements/${id}`, label: name }}
    >
      {asked.length === 0 ? (
        <EmptyState title="Every agency is or was a party." />
      ) : (
        <PartyForm
          agreement={id}
          agencies={asked.map((agency) => ({ value: agency.id, label: agency.name }))}
          formKey={formKey}
          values={dateValues('joinsOn', today())}
        />
      )}
    </SubPage>
  )
}
