import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { formatDateTime } from '@/lib/dates'

type Row = { user_id: string; name: string; times: number; last_at: Date }

/**
 * A narrow door that says little: how often each of our users has tried it. What was typed is not
 * kept.
 */
export function Beyond({ rows }: { rows: Row[] }) {
  if (rows.length === 0) return <EmptyState title="Nobody has searched beyond their own people." />
  return (
    <Table
      caption="Searches beyond"
      captionHidden
      rows={rows}
      rowKey={({ user_id }) => user_id}
      columns={[
        { key: 'who', title: 'Who', heading: true, cell: ({ name }) => name },
        { key: 'times', title: 'Times', number: true, cell: ({ times }) => times },
        { key: 'last', title: 'Last', cell: ({ last_at }) => formatDateTime(last_at) },
      ]}
    />
  )
}
