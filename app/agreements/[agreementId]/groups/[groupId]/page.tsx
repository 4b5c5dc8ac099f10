import { notFound } from 'next/navigation'
import { InsetText } from '@/components/ui/inset-text'
import { openDraft } from '@/app/open-draft'
import { groupValues, listPossibleTeams } from '@/lib/agreements/queries'
import { termState } from '@/lib/agreements/rules'
import { newestOf } from '@/lib/agreements/versions'
import { versionOf } from '@/lib/stored-version'
import { openAgreement } from '../../../open-agreement'
import { SubPage } from '@/app/sub-page'
import { GroupForm } from '../form'
import { teamOptions } from '../team-options'

type Props = { params: Promise<{ agreementId: string; groupId: string }> }

/** A new version of a group: which teams it holds. Says whose terms have to be asked about. */
export default async function GroupPage({ params }: Props) {
  const { groupId } = await params
  const { viewer, agreement, host, asked, formKey } = await openAgreement(
    params,
    'agreement:write',
    async (scope, { id }) => ({
      teams: await listPossibleTeams(scope, id),
      ...(await openDraft(scope, {
        form: 'group',
        subject: groupId,
        path: `/agreements/${id}/groups/${groupId}`,
      })),
    }),
  )
  // By the address of any version: the last one is what is changed.
  const group = newestOf(agreement.groups, groupId)
  if (!host || !group) notFound()
  const now = new Date()
  const givers = agreement.terms.filter(
    (term) =>
      newestOf(agreement.groups, term.groupId)?.id === group.id &&
      termState(term, now) === 'in force',
  )
  const names = [...new Set(givers.map(({ giver }) => giver))]
  return (
    <SubPage
      viewer={viewer}
      title={`Change the group ${group.name}`}
      about={agreement.name}
      back={{ href: `/agreements/${agreement.id}`, label: agreement.name }}
    >
      {names.length > 0 ? (
        <InsetText tone="caution">
          Given to this group now: terms of {names.join(', ')}. What you save is a new version.
          Their terms stay with the teams they were given to until their own officer accepts it.
        </InsetText>
      ) : null}
      <GroupForm
        title={`Change the group ${group.name}`}
        agreement={agreement.id}
        group={groupId}
        teams={teamOptions(asked.teams)}
        formKey={formKey}
        draft={asked.draft}
        version={versionOf(groupValues(group))}
        values={asked.kept ?? groupValues(group)}
      />
    </SubPage>
  )
}
