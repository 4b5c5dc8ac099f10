import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { roleNames } from '@/lib/access/policy'
import { getUser } from '@/lib/admin/queries'
import { id } from '@/lib/fields'
import { openAdmin } from '../../../../../open-admin'
import { EndRoleForm } from '../../../end-forms'

// Also for the answer that there is nothing here, which has no form to say it.
export const metadata: Metadata = { title: 'End this role' }

type Props = { params: Promise<{ userId: string; membershipId: string }> }

/** Ending one role: its sessions end with it. */
export default async function EndRolePage({ params }: Props) {
  const { userId, membershipId } = await params
  const {
    viewer,
    asked: user,
    formKey,
  } = await openAdmin((scope) =>
    id().safeParse(userId).success ? getUser(scope, userId) : Promise.resolve(null),
  )
  const role = user.memberships.find(
    (membership) => membership.id === membershipId && !membership.ended,
  )
  if (!role) notFound()
  return (
    <SubPage
      viewer={viewer}
      title="End this role"
      about={`${user.name}: ${[roleNames[role.role], ...role.teams].join(', ')}`}
      back={{ href: `/admin/users/${user.id}`, label: user.name }}
    >
      <p className="mb-6">
        Whoever is signed in with it is signed out at the next click. What they wrote stays, with
        their name on it. Ask their manager to give the people they lead to somebody else.
      </p>
      <EndRoleForm user={user.id} membership={role.id} formKey={formKey} />
    </SubPage>
  )
}
