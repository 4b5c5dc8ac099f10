import { SubPage } from '@/app/sub-page'
import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { agencyKind } from '@/lib/admin/lists'
import { listAgencies, listNotBegun, listWithoutAdministrator } from '@/lib/admin/queries'
import { openAdmin } from '../open-admin'
import { FirstLink } from './first-link'

export const metadata = { title: 'Agencies' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every agency of the place. Inside each one its own administrators decide. */
export default async function AgenciesPage({ searchParams }: Props) {
  const { made } = await searchParams
  const { viewer, asked } = await openAdmin(
    async (scope) => ({
      agencies: await listAgencies(scope),
      notBegun: await listNotBegun(scope),
      without: await listWithoutAdministrator(scope),
    }),
    { host: true },
  )
  const { agencies, notBegun, without } = asked
  // Whom an address names is asked to be invited only where they are the first of an agency that
  // has not begun.
  const first = notBegun.find(({ user_id }) => user_id === made)
  return (
    <SubPage
      viewer={viewer}
      title="Agencies"
      back={{ href: '/admin', label: 'admin' }}
      width="wide"
    >
      {first ? <FirstLink user={first.user_id} /> : null}
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
            cell: ({ id: agency, directoryOnly }) => {
              const first = notBegun.find(({ agency_id }) => agency_id === agency)
              if (first)
                return (
                  <Link href={`/admin/agencies?made=${first.user_id}`}>Invite {first.name}</Link>
                )
              const nobody = without.find(({ agency_id }) => agency_id === agency)
              if (nobody?.offer)
                return (
                  <Link href={`/roles/waiting/${nobody.offer}`}>Waits for {nobody.called}</Link>
                )
              if (nobody)
                return (
                  <Link href={`/admin/agencies/${agency}/administrator`}>
                    Nobody runs it: ask somebody
                  </Link>
                )
              return directoryOnly ? 'No: a directory entry' : 'Yes'
            },
          },
        ]}
      />
    </SubPage>
  )
}
