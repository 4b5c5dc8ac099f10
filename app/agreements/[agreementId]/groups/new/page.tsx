import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { openDraft } from '@/app/open-draft'
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
    async (scope, { id }) => ({
      teams: await listPossibleTeams(scope, id),
      ...(await openDraft(scope, {
        form: 'group',
        subject: id,
        path: `/agreements/${id}/groups/new`,
      })),
    }),
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
      {asked.teams.length === 0 ? (
        <EmptyState title="No party has a team that may receive.">
          Teams that enforce or decide benefits receive nothing by screen.
        </EmptyState>
      ) : (
        <GroupForm
          title="Add a group of teams"
          agreement={id}
          teams={teamOptions(asked.teams)}
          formKey={formKey}
          draft={asked.draft}
          values={asked.kept ?? {}}
        />
      )}
    </SubPage>
  )
}
