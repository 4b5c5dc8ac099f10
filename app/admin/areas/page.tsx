import { setDays } from '@/app/place/area-sets'
import { SubPage } from '@/app/sub-page'
import { Done } from '@/app/done'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { listAreaSets } from '@/lib/areas/queries'
import { openAdmin } from '../open-admin'

export const metadata = { title: 'Area sets' }

const news: Readonly<Record<string, string>> = {
  loaded: 'The areas are loaded.',
  forgotten: 'The files are thrown away. Nothing was loaded.',
  dated: 'The days are saved.',
}

/** Every version of every set of areas: how many, when it holds, whose data it is. */
export default async function AreasPage() {
  const { viewer, asked: sets } = await openAdmin(listAreaSets, { host: true })
  return (
    <SubPage
      viewer={viewer}
      title="Area sets"
      about="Each is one version, as one body published it. A new version stands beside the old, which holds for the figures of its years."
      back={{ href: '/admin', label: 'admin' }}
      width="wide"
    >
      <Done news={news} />
      <p className="no-print mb-5 flex flex-wrap items-center gap-x-5 gap-y-2">
        <ButtonLink href="/admin/areas/load">Load area sets</ButtonLink>
        <Link href="/place">See the map</Link>
      </p>
      {sets.length === 0 ? (
        <EmptyState title="No area sets have been loaded." />
      ) : (
        <Table
          caption="Area sets"
          captionHidden
          rows={sets}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: 'Set',
              heading: true,
              cell: ({ id, name, attribution, licence, practice }) => (
                <>
                  <Link href={`/admin/areas/${id}`} className="font-bold">
                    {name}
                  </Link>{' '}
                  {practice ? <Tag tone="caution">invented</Tag> : null}
                  <span className="block text-note text-muted">
                    {attribution} {licence}
                  </span>
                </>
              ),
            },
            { key: 'areas', title: 'Areas', number: true, cell: ({ _count }) => _count.areas },
            {
              key: 'holds',
              title: 'When',
              cell: ({ validFrom, validTo }) => setDays(validFrom, validTo),
            },
          ]}
        />
      )}
    </SubPage>
  )
}
