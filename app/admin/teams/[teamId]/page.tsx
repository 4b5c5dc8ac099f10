import { SubPage } from '@/app/sub-page'
import { Link } from '@/components/ui/link'
import { getTeam } from '@/lib/admin/queries'
import { id } from '@/lib/fields'
import { openAdmin } from '../../open-admin'
import { TeamForm } from '../form'

type Props = { params: Promise<{ teamId: string }> }

/** One team. */
export default async function TeamPage({ params }: Props) {
  const { teamId } = await params
  const {
    viewer,
    asked: team,
    formKey,
  } = await openAdmin((scope) =>
    id().safeParse(teamId).success ? getTeam(scope, teamId) : Promise.resolve(null),
  )
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
        values={{
          name: team.name,
          function: team.function,
          categories: team.defaultCategories,
          phone: team.phone ?? '',
          hours: team.hours ?? '',
          impliesPlace: team.impliesPlace ? 'yes' : 'no',
        }}
      />
      <p className="mt-8">
        <Link href={`/admin/teams/${team.id}/end`}>End this team</Link>
      </p>
    </SubPage>
  )
}
