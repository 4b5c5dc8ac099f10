import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { openDraft } from '@/app/open-draft'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { myTeams } from '@/lib/identity/new-person'
import { UnnamedForm } from './form'

export const metadata: Metadata = { title: 'Somebody without a name yet' }

/** Somebody met on the street, before there is a name: the team's alone until there is one. */
export default async function UnnamedPage() {
  const { viewer, teams, draft, kept } = await asViewer(
    async (scope) => ({
      viewer: scope.viewer,
      teams: can(scope.viewer, 'person:create') ? await myTeams(scope) : null,
      ...(await openDraft(scope, { form: 'unnamed', path: '/people/new/unnamed' })),
    }),
    '/people/new/unnamed',
  )
  if (!teams) notFound()
  const values: { team?: string } = teams.length === 1 ? { team: teams[0]?.id ?? '' } : {}
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Somebody without a name yet"
        about="Only your team sees them. They are matched with nobody until they are named."
        width="reading"
      >
        <Card>
          <UnnamedForm formKey={randomUUID()} values={kept ?? values} draft={draft} teams={teams} />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
