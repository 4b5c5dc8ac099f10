import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { FORBIDDEN_USES } from '@/lib/agreements/rules'
import { addMonths, today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { NewAgreementForm } from './form'

/** A new agreement, kept by the officer's own agency. */
export default async function NewAgreementPage() {
  const path = '/agreements/new'
  const { viewer, draft, kept } = await asViewer(
    async (scope) => ({
      viewer: scope.viewer,
      ...(await openDraft(scope, { form: 'agreement', path })),
    }),
    path,
  )
  if (!can(viewer, 'agreement:write')) notFound()
  const values = {
    forbidden: FORBIDDEN_USES.map(({ key }) => key),
    children: 'no',
    ...dateValues('startsOn', today()),
    ...dateValues('reviewOn', addMonths(today(), 12)),
  }
  return (
    <SubPage
      viewer={viewer}
      title="New agreement"
      about={`${viewer.agency} will keep it. Parties, groups of teams and terms come next.`}
      back={{ href: '/agreements', label: 'agreements' }}
    >
      <NewAgreementForm formKey={randomUUID()} values={kept ?? values} draft={draft} />
    </SubPage>
  )
}
