import { randomUUID } from 'node:crypto'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { labelOf } from '@/lib/codes'
import type { Bar } from '@/lib/conflicts/queries'
import { formatDate } from '@/lib/dates'
import { CONFLICT_REASONS } from '@/lib/states/lists'
import { LiftForm } from './forms'

/** Every bar in force, with who asked for it and the way back. */
export function BarsTable({ bars }: { bars: readonly Bar[] }) {
  if (bars.length === 0) return <EmptyState title="Nobody is barred from anybody." />
  return (
    <Table
      caption="Barred now"
      captionHidden
      rows={bars}
      rowKey={({ id }) => id}
      columns={[
        { key: 'who', title: 'User', heading: true, cell: ({ name }) => name },
        {
          key: 'person',
          title: 'From',
          cell: ({ person, reference }) => (person ? `${person} (${reference})` : reference),
        },
        { key: 'why', title: 'Why', cell: ({ why }) => labelOf(CONFLICT_REASONS, why) },
        { key: 'by', title: 'Asked for by', cell: ({ by_whom }) => by_whom ?? 'Not known' },
        { key: 'since', title: 'Since', cell: ({ since }) => formatDate(since) },
        {
          key: 'do',
          title: <span className="sr-only">Lift</span>,
          cell: ({ id, name, person, reference }) => (
            <LiftForm
              bar={id}
              words={`Lift the bar of ${name} from ${person ?? reference}`}
              formKey={randomUUID()}
            />
          ),
        },
      ]}
    />
  )
}
