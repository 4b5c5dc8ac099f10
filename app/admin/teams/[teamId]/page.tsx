import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { offers } from '@/components/form/offers'
import { Link } from '@/components/ui/link'
import { getTeam, teamValues } from '@/lib/admin/queries'
import { listAbout } from '@/lib/contacts/queries'
import { id } from '@/lib/fields'
import { versionOf } from '@/lib/stored-version'
import { openAdmin } from '../../open-admin'
import { TeamForm } from '../form'

type Props = { params: Promise<{ teamId: string }> }

/** One team. */
export default async function TeamPage({ params }: Props) {
  const { teamId } = await params
  const { viewer, asked, formKey } = await openAdmin(async (scope) => {
    const team = id().safeParse(teamId).success ? await getTeam(scope, teamId) : null
    const path = `/admin/teams/${teamId}`
    const draft = { form: 'team', subject: teamId, path }
    return team && { team, about: await listAbout(scope), ...(await openDraft(scope, draft)) }
  })
  const { team, draft, kept, about } = asked
  return (
    <SubPage
      viewer={viewer}
      title={team.name}
      about={viewer.agency}
      back={{ href: '/admin/teams', label: 'teams' }}
    >
      <TeamForm
        title={team.name}
        team={team.id}
        formKey={formKey}
        draft={draft}
        about={offers(about)}
        version={versionOf(teamValues(team))}
        values={kept ?? teamValues(team)}
      />
      <p className="mt-8">
        <Link href={`/admin/teams/${team.id}/end`}>End this team</Link>
      </p>
    </SubPage>
  )
}
