import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { listPossibleTeams } from '@/lib/agreements/queries'
import { openAgreement } from '../../../open-agreement'
import { SubPage } from '@/app/sub-page'
import { GroupForm } from '../form'
import { teamOptions } from '../team-options'

type Props = { params: Promise<{ agreementId: string }> }

/** A group of teams that terms may name as receiver. */
export default async function NewGroupPage({ params }: Props) {
  const { viewer, agreement, host, asked, formKey } = await openAgreement(
    params,
    'agreement:write',
    (scope, { id }) => listPossibleTeams(scope, id),
  )
  if (!host) notFound()
  const { id, name } = agreement
  return (
    <SubPage
      viewer={viewer}
      title="Add a group of teams"
      about={name}
      back={{ href: `/agreements/${id}`, label: name }}
    >
      {asked.length === 0 ? (
        <EmptyState title="No party has a team that may receive.">
          Teams that enforce or decide benefits receive nothing by screen.
        </EmptyState>
      ) : (
        <GroupForm
          title="Add a group of teams"
          agreement={id}
          teams={teamOptions(asked)}
          formKey={formKey}
          values={{}}
        />
      )}
    </SubPage>
  )
}
