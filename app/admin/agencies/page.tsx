import { SubPage } from '@/app/sub-page'
import { ButtonLink } from '@/components/ui/button'
import { Table } from '@/components/ui/table'
import { agencyKind } from '@/lib/admin/lists'
import { listAgencies } from '@/lib/admin/queries'
import { id } from '@/lib/fields'
import { openAdmin } from '../open-admin'
import { FirstLink } from './first-link'

export const metadata = { title: 'Agencies' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every agency of the place. Inside each one its own administrators decide. */
export default async function AgenciesPage({ searchParams }: Props) {
  const { made } = await searchParams
  const { viewer, asked: agencies } = await openAdmin(listAgencies, { host: true })
  const first = id().safeParse(made)
  return (
    <SubPage
      viewer={viewer}
      title="Agencies"
      back={{ href: '/admin', label: 'admin' }}
      width="wide"
    >
      {first.success ? <FirstLink user={first.data} /> : null}
      <p className="no-print mb-5">
        <ButtonLink href="/admin/agencies/new">Add an agency</ButtonLink>
      </p>
      <Table
        caption="Agencies"
        captionHidden
        rows={agencies}
        rowKey={(agency) => agency.id}
        columns={[
          {
            key: 'name',
            title: 'Agency',
            heading: true,
            cell: ({ name, institution }) => (
              <>
                <strong>{name}</strong>
                {institution === name ? null : (
                  <span className="block text-note text-muted">{institution}</span>
                )}
              </>
            ),
          },
          { key: 'kind', title: 'Kind', cell: ({ kind }) => agencyKind(kind) },
          { key: 'desk', title: 'Telephone', cell: ({ deskPhone }) => deskPhone ?? 'Not given' },
          { key: 'teams', title: 'Teams', number: true, cell: ({ _count }) => _count.teams },
          {
            key: 'signs',
            title: 'Signs in',
            cell: ({ directoryOnly }) => (directoryOnly ? 'No: a directory entry' : 'Yes'),
          },
        ]}
      />
    </SubPage>
  )
}
