import { SubPage } from '@/app/sub-page'
import { Done } from '@/app/done'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { roleNames } from '@/lib/access/policy'
import { getUser, type User } from '@/lib/admin/queries'
import { formatDate, formatDateTime } from '@/lib/dates'
import { id } from '@/lib/fields'
import { openAdmin } from '../../open-admin'
import { LinkMaker } from './link-maker'
import { Offers } from './offers'

type Props = { params: Promise<{ userId: string }> }

export const metadata = { title: 'User' }

const news: Record<string, string> = {
  added: 'The user is added. What still has to happen stands below.',
  role: 'The role is added.',
  'role-waits': 'The role is offered. Whom it waits for stands below.',
  withdrawn: 'The offer is taken back.',
  'role-ended': 'The role has ended, and whoever was signed in with it is signed out.',
  left: 'They are signed out and cannot come back.',
}

const passwordWords = ({ left, taken, signsIn }: User) => {
  if (left) return 'Has left'
  if (!taken) return 'Told when they have taken the role'
  return signsIn ? 'Set by them' : 'Not set yet'
}

/** One user: how they sign in, what they may do, and the ways to change it. */
export default async function UserPage({ params }: Props) {
  const { userId } = await params
  const { viewer, asked: user } = await openAdmin((scope) =>
    id().safeParse(userId).success ? getUser(scope, userId) : Promise.resolve(null),
  )
  const now = user.memberships.filter(({ ended }) => !ended)
  const before = user.memberships.filter(({ ended }) => ended)
  const at = `/admin/users/${user.id}`
  return (
    <SubPage
      viewer={viewer}
      title={user.name}
      about={user.email}
      back={{ href: '/admin/users', label: 'users' }}
    >
      <Done news={news} />
      <div className="grid grid-cols-1 gap-5">
        <Card title="Signing in" titleId="signing-in">
          <SummaryList
            rows={[
              {
                term: 'Password',
                value: passwordWords(user),
              },
              {
                term: 'Link handed over',
                value: user.linkUntil
                  ? `Works until ${formatDateTime(new Date(user.linkUntil))}`
                  : 'None that works',
              },
              {
                term: 'Telephone',
                value: user.taken
                  ? (user.phone ?? 'Not given')
                  : 'Shown when they have taken the role',
              },
            ]}
          />
          {user.taken ? null : (
            <p className="mt-4 text-muted">
              Hand them an invitation. With it they set a password, unless they have an account with
              another agency: then they keep theirs, sign in as always, and find the role under Your
              roles.
            </p>
          )}
          {user.mayLink ? <LinkMaker user={user.id} reset={user.signsIn} /> : null}
          {!user.mayLink && !user.left && now.length + user.offers.length > 0 ? (
            <p className="mt-4 text-muted">
              They first signed in for another agency. Its administrator makes their links.
            </p>
          ) : null}
        </Card>
        <Offers user={user} />
        <Card
          title="Roles here"
          titleId="roles"
          more={user.left ? null : <Link href={`${at}/roles/new`}>Add a role</Link>}
        >
          {now.length === 0 ? <EmptyState title="No role now." /> : null}
          <SummaryList
            rows={[...now, ...before].map((membership) => ({
              term: membership.title ?? roleNames[membership.role],
              value: (
                <>
                  {[roleNames[membership.role], ...membership.teams].join(', ')}
                  <span className="block text-note text-muted">
                    from {formatDate(new Date(membership.from))}
                    {membership.until
                      ? ` until ${formatDate(new Date(membership.until))}`
                      : ''}{' '}
                    {membership.ended ? <Tag>ended</Tag> : null}
                    {membership.waits ? (
                      <Tag tone="caution">closed until a second person says that it is they</Tag>
                    ) : null}
                  </span>
                </>
              ),
              action: membership.ended ? undefined : (
                <Link href={`${at}/roles/${membership.id}/end`}>
                  End<span className="sr-only"> {roleNames[membership.role]}</span>
                </Link>
              ),
            }))}
          />
        </Card>
        {now.length + user.offers.length > 0 && !user.left ? (
          <p className="no-print">
            <Link href={`${at}/leave`}>{user.name} has left the agency</Link>
          </p>
        ) : null}
      </div>
    </SubPage>
  )
}
