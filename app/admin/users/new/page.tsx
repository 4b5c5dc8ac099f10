import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { listTeams } from '@/lib/admin/queries'
import { openAdmin } from '../../open-admin'
import { UserForm } from './form'

/** A new user of the administrator's own agency. The invitation is made on the next page. */
export default async function NewUserPage() {
  const { viewer, asked, formKey } = await openAdmin(async (scope) => ({
    teams: await listTeams(scope),
    ...(await openDraft(scope, { form: 'user', path: '/admin/users/new' })),
  }))
  const { teams, draft, kept } = asked
  return (
    <SubPage
      viewer={viewer}
      title="Add a user"
      about={`For ${viewer.agency}. Somebody who signs in for another agency already keeps their name and password.`}
      back={{ href: '/admin/users', label: 'users' }}
    >
      <UserForm
        formKey={formKey}
        draft={draft}
        kept={kept}
        teams={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </SubPage>
  )
}
