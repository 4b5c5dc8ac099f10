import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { LogLine } from '@/lib/audit/queries'
import { groundWords, pageWord } from '@/lib/audit/words'
import { formatDateTime } from '@/lib/dates'

/** When, who, which page of whom, on which ground. */
export function LogTable({ lines }: { lines: LogLine[] }) {
  return (
    <Table
      caption="Openings"
      captionHidden
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { key: 'at', title: 'When', heading: true, cell: ({ at }) => formatDateTime(at) },
        {
          key: 'who',
          title: 'Who',
          cell: ({ reader, agency, ours }) => (
            <>
              {reader}
              {ours ? null : <span className="block text-note text-muted">{agency}</span>}
            </>
          ),
        },
        { key: 'person', title: 'Person', cell: ({ person }) => <code>{person}</code> },
        { key: 'page', title: 'Page', cell: ({ page }) => pageWord(page) },
        {
          key: 'ground',
          title: 'Because',
          cell: ({ refused, ground }) =>
            refused ? <Tag tone="danger">refused</Tag> : groundWords(ground),
        },
      ]}
    />
  )
}
