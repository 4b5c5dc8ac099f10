import { SubPage } from '@/app/sub-page'
import { listTeams } from '@/lib/admin/queries'
import { openAdmin } from '../../open-admin'
import { UserForm } from './form'

/** A new user of the administrator's own agency. The invitation is made on the next page. */
export default async function NewUserPage() {
  const { viewer, asked: teams, formKey } = await openAdmin(listTeams)
  return (
    <SubPage
      viewer={viewer}
      title="Add a user"
      about={`For ${viewer.agency}. Somebody who signs in for another agency already keeps their name and password.`}
      back={{ href: '/admin/users', label: 'users' }}
    >
      <UserForm
        formKey={formKey}
        teams={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </SubPage>
  )
}
