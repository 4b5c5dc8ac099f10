import { SubPage } from '@/app/sub-page'
import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { roleNames } from '@/lib/access/policy'
import { listUsers, type User } from '@/lib/admin/queries'
import { openAdmin } from '../open-admin'

export const metadata = { title: 'Users' }

const state = ({ left, signsIn, linkUntil, memberships, offers }: User) => {
  if (left || (offers.length === 0 && memberships.every(({ ended }) => ended)))
    return { words: 'has left', tone: 'neutral' as const }
  if (offers.length > 0) return { words: 'a role waits', tone: 'caution' as const }
  if (memberships.some(({ waits }) => waits))
    return { words: 'closed: is it they?', tone: 'caution' as const }
  if (signsIn) return { words: 'signs in', tone: 'act' as const }
  return linkUntil
    ? { words: 'invited', tone: 'caution' as const }
    : { words: 'needs an invitation', tone: 'caution' as const }
}

/** Everybody who signs in for this agency, or did. */
export default async function UsersPage() {
  const { viewer, asked: users } = await openAdmin(listUsers)
  return (
    <SubPage
      viewer={viewer}
      title="Users"
      about={viewer.agency}
      back={{ href: '/admin', label: 'admin' }}
      width="wide"
    >
      <p className="no-print mb-5">
        <ButtonLink href="/admin/users/new">Add a user</ButtonLink>
      </p>
      <Table
        caption="Users"
        captionHidden
        rows={users}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: 'Name',
            heading: true,
            cell: ({ id, name }) => (
              <Link href={`/admin/users/${id}`} className="font-bold">
                {name}
              </Link>
            ),
          },
          {
            key: 'email',
            title: 'Email',
            cell: ({ email }) => <span className="break-all">{email}</span>,
          },
          {
            key: 'roles',
            title: 'Roles',
            cell: ({ memberships }) =>
              memberships
                .filter(({ ended }) => !ended)
                .map(({ role, title, teams }) =>
                  [
                    title ? `${title} (${roleNames[role].toLowerCase()})` : roleNames[role],
                    ...teams,
                  ].join(', '),
                )
                .join('; ') || 'none open',
          },
          {
            key: 'state',
            title: 'Now',
            cell: (user) => <Tag tone={state(user).tone}>{state(user).words}</Tag>,
          },
        ]}
      />
    </SubPage>
  )
}
