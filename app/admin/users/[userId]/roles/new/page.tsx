import type { Metadata } from 'next'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { getUser, listTeams } from '@/lib/admin/queries'
import { id } from '@/lib/fields'
import { openAdmin } from '../../../../open-admin'
import { RoleForm } from './form'

// Also for the answer that there is nothing here, which has no form to say it.
export const metadata: Metadata = { title: 'Add a role' }

type Props = { params: Promise<{ userId: string }> }

/** One more role. Two never add up: a user acts in one at a time. */
export default async function NewRolePage({ params }: Props) {
  const { userId } = await params
  const { viewer, host, asked, formKey } = await openAdmin(async (scope) => {
    const user = id().safeParse(userId).success ? await getUser(scope, userId) : null
    if (!user || user.left) return null
    const path = `/admin/users/${userId}/roles/new`
    const kept = await openDraft(scope, { form: 'membership', subject: userId, path })
    return { user, teams: await listTeams(scope), ...kept }
  })
  const { user, teams, draft, kept } = asked
  return (
    <SubPage
      viewer={viewer}
      title="Add a role"
      about={`${user.name} acts in one role at a time and changes between them in the bar above.`}
      back={{ href: `/admin/users/${user.id}`, label: user.name }}
    >
      <RoleForm
        user={user.id}
        formKey={formKey}
        draft={draft}
        kept={kept}
        host={host}
        teams={teams.map(({ id: value, name: label }) => ({ value, label }))}
      />
    </SubPage>
  )
}
