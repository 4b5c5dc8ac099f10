import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { Done } from '@/app/done'
import { PageBody } from '@/components/layout/page-body'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { roleNames } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { formatDate, formatDateTime } from '@/lib/dates'
import { listWaiting } from '@/lib/roles/queries'
import { mineWaits, roleWords } from '@/lib/roles/words'

export const metadata: Metadata = { title: 'Roles that wait for a second person' }

const news: Record<string, string> = {
  agreed: 'Agreed. The role is open, or waits for them to take it.',
  refused: 'Not agreed. They do not get the role, and whoever offered it is told.',
  withdrawn: 'Taken back. Whom it was offered to is told.',
  known: 'Said. Their roles here are open again.',
}

/** What waits for the reader as a second person: roles that open people, and accounts. */
export default async function WaitingRolesPage() {
  const found = await asViewer(listWaiting, '/roles/waiting')
  if (!found) notFound()
  const { viewer, roles, users, mine } = found
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Roles that wait for a second person"
        about="Nobody opens people to somebody alone, nor with a colleague’s account. One offers a role, another agrees; and when a password came by a link, another says whose it is."
        width="reading"
      >
        <Done news={news} />
        <h2 className="mb-3 text-heading-m">Roles offered</h2>
        {roles.length === 0 ? <EmptyState title="No role waits for you." /> : null}
        <ul className="mb-8 divide-y divide-line">
          {roles.map((role) => (
            <li key={role.id} className="py-2">
              <Link href={`/roles/waiting/${role.id}`}>{role.user}</Link>: {roleWords(role)},{' '}
              {role.agency}
              <span className="block text-note text-muted">
                Offered by {role.by} on {formatDate(new Date(role.at))}
              </span>
            </li>
          ))}
        </ul>
        {mine.length > 0 ? (
          <>
            <h2 className="mb-3 text-heading-m">Offered by your agency, and waiting</h2>
            <ul className="mb-8 divide-y divide-line">
              {mine.map((offer) => (
                <li key={offer.id} className="py-2">
                  <Link href={`/roles/waiting/${offer.id}`}>{offer.user}</Link>: {roleWords(offer)},{' '}
                  {offer.agency}
                  <span className="block text-note text-muted">
                    {mineWaits(offer)}, since {formatDate(new Date(offer.at))}
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h2 className="mb-3 text-heading-m">Is it they?</h2>
        {users.length === 0 ? <EmptyState title="No account waits for you." /> : null}
        <ul className="divide-y divide-line">
          {users.map((user) => (
            <li key={user.id} className="py-2">
              <Link href={`/roles/waiting/account/${user.id}`}>{user.user}</Link>:{' '}
              {user.roles.map(({ role, agency }) => `${roleNames[role]}, ${agency}`).join('; ')}
              <span className="block text-note text-muted">
                Set a password by a link{user.by ? ` from ${user.by}` : ''},{' '}
                {formatDateTime(new Date(user.at))}
              </span>
            </li>
          ))}
        </ul>
      </PageBody>
    </ViewerPage>
  )
}
