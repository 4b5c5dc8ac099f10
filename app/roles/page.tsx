import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { signOutEverywhere } from '@/app/actions'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Button } from '@/components/ui/button'
import { roleNames, type Role } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { formatDateTime } from '@/lib/dates'
import { RolesForm } from './form'

export const metadata: Metadata = { title: 'Your roles' }

type Membership = {
  id: string
  role: Role
  job_title: string | null
  agency: string
  teams: string | null
  acting: boolean
}
type OpenSession = { id: string; created_at: Date; agent: string | null; this_one: boolean }

/** One acts in one role at a time; two never add up. And where one is signed in. */
export default async function RolesPage() {
  const { viewer, memberships, sessions } = await asViewer(async (scope) => ({
    viewer: scope.viewer,
    memberships: await scope.db.$queryRaw<Membership[]>`select * from sign_in.memberships()`,
    sessions: await scope.db.$queryRaw<OpenSession[]>`select * from sign_in.my_sessions()`,
  }))
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Your roles" width="reading">
        {memberships.length > 1 ? (
          <RolesForm
            formKey={randomUUID()}
            acting={viewer.membershipId}
            options={memberships.map(({ id, role, job_title, agency, teams }) => ({
              value: id,
              label: `${job_title ?? roleNames[role]}, ${agency}`,
              hint: [roleNames[role], teams].filter(Boolean).join(' · '),
            }))}
          />
        ) : (
          <p className="mb-6">
            You have one role here: {roleNames[viewer.role].toLowerCase()}, {viewer.agency}.
          </p>
        )}
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
