import { SubPage } from '@/app/sub-page'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { listImports } from '@/lib/admin/queries'
import { formatDateTime } from '@/lib/dates'
import { openAdmin } from '../open-admin'

export const metadata = { title: 'Imports' }

const words = (counts: Record<string, number> | null) =>
  Object.entries(counts ?? {})
    .filter(([, count]) => typeof count === 'number')
    .map(([what, count]) => `${what.replaceAll('_', ' ')} ${count}`)
    .join(', ')

/** What came in by file, in numbers: no file names and no rows (those are for whoever imported). */
export default async function ImportsPage() {
  const { viewer, asked: imports } = await openAdmin(async (scope) =>
    (await listImports(scope)).map((each, at) => ({ ...each, id: String(at) })),
  )
  return (
    <SubPage
      viewer={viewer}
      title="Imports"
      about={`${viewer.agency}: numbers only.`}
      back={{ href: '/admin', label: 'admin' }}
      width="wide"
    >
      {imports.length === 0 ? (
        <EmptyState title="Nothing has been imported yet." />
      ) : (
        <Table
          caption="Imports"
          captionHidden
          rows={imports}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'when',
              title: 'Sent',
              heading: true,
              cell: ({ sent_at }) => formatDateTime(sent_at),
            },
            {
              key: 'what',
              title: 'What',
              cell: ({ shape }) => (shape === 'people' ? 'People' : 'Headline feed'),
            },
            { key: 'rows', title: 'Rows', number: true, cell: ({ total }) => total },
            { key: 'done', title: 'Done', number: true, cell: ({ done }) => done },
            { key: 'counts', title: 'What became of them', cell: ({ counts }) => words(counts) },
            {
              key: 'state',
              title: 'Now',
              cell: ({ state, undone }) => (undone ? 'undone' : state),
            },
          ]}
        />
      )}
    </SubPage>
  )
}
