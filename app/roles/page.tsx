import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { signOutEverywhere } from '@/app/actions'
import { ViewerPage } from '@/app/viewer-page'
import { Done } from '@/app/done'
import { PageBody } from '@/components/layout/page-body'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { can, roleNames } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { formatDateTime } from '@/lib/dates'
import { getMyRoles } from '@/lib/roles/queries'
import { RolesForm } from './form'
import { OwnOffers } from './own-offers'

export const metadata: Metadata = { title: 'Your roles' }

const news: Record<string, string> = {
  taken: 'You have taken the role. Where a second person has to agree, it opens when they have.',
  declined: 'You have declined the role. Whoever offered it is told.',
}

/** One acts in one role at a time; two never add up. And where one is signed in. */
export default async function RolesPage() {
  const { viewer, mine, memberships, sessions } = await asViewer(getMyRoles)
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Your roles" width="reading">
        <Done news={news} />
        {can(viewer, 'role:agree') ? (
          <p className="mb-5">
            <Link href="/roles/waiting">Roles that wait for a second person</Link>
          </p>
        ) : null}
        {memberships.length > 1 ? (
          <RolesForm
            formKey={randomUUID()}
            acting={viewer.membershipId}
            options={memberships.map(({ id, role, job_title, agency, teams }) => ({
              value: id,
              label: `${roleNames[role]}, ${agency}`,
              hint: [job_title, teams].filter(Boolean).join(' · '),
            }))}
          />
        ) : (
          <p className="mb-6">
            You have one role here: {roleNames[viewer.role].toLowerCase()}, {viewer.agency}.
          </p>
        )}
        <OwnOffers mine={mine} />
        <h2 className="mt-8 mb-3 text-heading-m">Where you are signed in</h2>
        <ul className="mb-5 divide-y divide-line">
          {sessions.map((session) => (
            <li key={session.id} className="py-2">
              Since {formatDateTime(session.created_at)}
              {session.this_one ? ', this one' : ''}
              <span className="block text-note text-muted">{session.agent ?? 'Not known'}</span>
            </li>
          ))}
        </ul>
        <form action={signOutEverywhere}>
          <Button type="submit" tone="secondary">
            Sign out everywhere
          </Button>
        </form>
      </PageBody>
    </ViewerPage>
  )
}
