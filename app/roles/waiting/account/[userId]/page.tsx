import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { KnownForm } from '@/app/roles/answer-forms'
import { SubPage } from '@/app/sub-page'
import { roleNames } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { formatDateTime } from '@/lib/dates'
import { listWaiting } from '@/lib/roles/queries'

// Also for the answer that there is nothing here, which has no form to say it.
export const metadata: Metadata = { title: 'Is it they?' }

type Props = { params: Promise<{ userId: string }> }

/** An account whose password came by a link: a second person says whether it is its user's. */
export default async function KnownPage({ params }: Props) {
  const { userId } = await params
  const found = await asViewer(listWaiting, '/roles/waiting')
  const user = found?.users.find(({ id }) => id === userId)
  if (!found || !user) notFound()
  return (
    <SubPage
      viewer={found.viewer}
      title={`Is it ${user.user}?`}
      back={{ href: '/roles/waiting', label: 'what waits for you' }}
    >
      <p className="mb-4">
        The password of this account was set on {formatDateTime(new Date(user.at))} by a link
        {user.by ? ` that an administrator of ${user.by} made` : ''}. Whoever held that link could
        set it. Ask {user.user} in person, or on a number you knew before, whether it was they.
      </p>
      <ul className="mb-6 list-disc pl-6">
        {user.roles.map(({ role, agency, waits }) => (
          <li key={`${agency} ${role}`}>
            {roleNames[role]}, {agency}: {waits ? 'closed until you say so' : 'open'}
          </li>
        ))}
      </ul>
      <KnownForm user={user.id} formKey={randomUUID()} />
    </SubPage>
  )
}
