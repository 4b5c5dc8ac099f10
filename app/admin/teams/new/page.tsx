import { SubPage } from '@/app/sub-page'
import { openAdmin } from '../../open-admin'
import { TeamForm } from '../form'

/** A new team of the administrator's own agency. */
export default async function NewTeamPage() {
  const { viewer, formKey } = await openAdmin(() => Promise.resolve(true))
  return (
    <SubPage
      viewer={viewer}
      title="Add a team"
      about={viewer.agency}
      back={{ href: '/admin/teams', label: 'teams' }}
    >
      <TeamForm title="Add a team" formKey={formKey} values={{ impliesPlace: 'no' }} />
    </SubPage>
  )
}
