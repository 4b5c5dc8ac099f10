import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { pageWord } from '@/lib/audit/words'
import { formatDateTime } from '@/lib/dates'
import type { ExposureLine } from '@/lib/identity/view'

const given: Readonly<Record<string, string>> = {
  print: 'Printed',
  copy: 'Copied',
  export: 'Exported',
  pack: 'Put into a pack',
  calendar: 'Sent to a calendar',
  email: 'Sent by e-mail',
}

const whatWords = ({ what, page, to }: ExposureLine): string =>
  what === 'read'
    ? pageWord(page)
    : [`${given[what] ?? what}: ${page}`, to ? `for ${to}` : null].filter(Boolean).join(', ')

/** Who opened, printed, copied or was given what, in order. */
export function ExposureTable({ lines }: { lines: ExposureLine[] }) {
  if (lines.length === 0)
    return <EmptyState title="Nobody whom you may know of opened either record meanwhile." />
  return (
    <Table
      caption="Who saw what"
      captionHidden
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        { key: 'at', title: 'When', heading: true, cell: ({ at }) => formatDateTime(new Date(at)) },
        {
          key: 'who',
          title: 'Who',
          cell: ({ reader, agency }) => (
            <>
              {reader}
              <span className="block text-note text-muted">{agency}</span>
            </>
          ),
        },
        { key: 'what', title: 'What', cell: whatWords },
      ]}
    />
  )
}
