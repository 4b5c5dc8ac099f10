import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { listTeams } from '@/lib/admin/queries'
import { openAdmin } from '../../open-admin'
import { UserForm } from './form'

/** A new user of the administrator's own agency. The invitation is made on the next page. */
export default async function NewUserPage() {
  const { viewer, host, asked, formKey } = await openAdmin(async (scope) => ({
    teams: await listTeams(scope),
    ...(await openDraft(scope, { form: 'user', path: '/admin/users/new' })),
  }))
  const { teams, draft, kept } = asked
  return (
    <SubPage
      viewer={viewer}
      title="Add a user"
      about={`For ${viewer.agency}. They take the role themselves: by the invitation, or, where they have an account with another agency, by signing in as always. You are not told which. A role that opens people waits for a second person too.`}
      back={{ href: '/admin/users', label: 'users' }}
    >
      <UserForm
        formKey={formKey}
        draft={draft}
        kept={kept}
        host={host}
        teams={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </SubPage>
  )
}
