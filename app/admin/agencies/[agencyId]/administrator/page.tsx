import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { listAgencies, listWithoutAdministrator } from '@/lib/admin/queries'
import { openAdmin } from '../../../open-admin'
import { FirstAdministratorForm } from './form'

export const metadata: Metadata = { title: 'Ask somebody to run an agency' }

type Props = { params: Promise<{ agencyId: string }> }

/** An agency that nobody runs: who was asked has declined. */
export default async function FirstAdministratorPage({ params }: Props) {
  const { agencyId } = await params
  const { viewer, asked, formKey } = await openAdmin(
    async (scope) => ({
      agencies: await listAgencies(scope),
      without: await listWithoutAdministrator(scope),
      draft: await openDraft(scope, {
        form: 'first-administrator',
        subject: agencyId,
        path: `/admin/agencies/${agencyId}/administrator`,
      }),
    }),
    { host: true },
  )
  const agency = asked.agencies.find(({ id }) => id === agencyId)
  const asks = asked.without.find(({ agency_id }) => agency_id === agencyId)
  if (!agency || !asks || asks.offer) notFound()
  return (
    <SubPage
      viewer={viewer}
      title="Ask somebody to run it"
      about={`Nobody runs ${agency.name}. Its first administrator adds its teams and users.`}
      back={{ href: '/admin/agencies', label: 'agencies' }}
    >
      <FirstAdministratorForm agency={agencyId} formKey={formKey} {...asked.draft} />
    </SubPage>
  )
}
