import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { formatDateTime } from '@/lib/dates'
import type { Searches } from '@/lib/audit/queries'

/** How often each of our users has searched. What was typed is not kept. */
export function SearchCounts({ rows }: { rows: Searches[] }) {
  if (rows.length === 0) return <EmptyState title="Nobody has searched." />
  return (
    <Table
      caption="Searches"
      captionHidden
      rows={rows}
      rowKey={({ user_id }) => user_id}
      columns={[
        { key: 'who', title: 'Who', heading: true, cell: ({ name }) => name },
        { key: 'own', title: 'Among their people', number: true, cell: ({ own }) => own },
        { key: 'beyond', title: 'Beyond', number: true, cell: ({ beyond }) => beyond },
        { key: 'last', title: 'Last', cell: ({ last_at }) => formatDateTime(last_at) },
      ]}
    />
  )
}
