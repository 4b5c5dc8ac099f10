import { Link } from '@/components/ui/link'
import { Table, type Column } from '@/components/ui/table'
import { formatDateTime } from '@/lib/dates'
import type { BatchLine } from '@/lib/transfer/queries'
import { countWords, rowWords, stateWords } from '@/lib/transfer/words'

const columns: Column<BatchLine>[] = [
  {
    key: 'file',
    title: 'File',
    heading: true,
    cell: ({ id, filename, shape }) => (
      <>
        {filename ? <Link href={`/transfer/${id}`}>{filename}</Link> : 'A file'}
        <span className="block text-note text-muted">
          {shape === 'people' ? 'People' : 'Headline feed'}
        </span>
      </>
    ),
  },
  { key: 'team', title: 'Team', cell: ({ team }) => team },
  {
    key: 'sent',
    title: 'Sent',
    cell: ({ sent_at, sent_by }) => (
      <>
        {formatDateTime(sent_at)}
        <span className="block text-note text-muted">{sent_by}</span>
      </>
    ),
  },
  { key: 'state', title: 'State', cell: (file) => stateWords(file) },
  { key: 'rows', title: 'Rows', cell: ({ rows, counts }) => countWords(counts) || rowWords(rows) },
]

/** Files of the agency, newest first. */
export const FileTable = ({ files }: { files: BatchLine[] }) => (
  <Table
    caption="Files sent"
    captionHidden
    columns={columns}
    rows={files}
    rowKey={({ id }) => id}
  />
)
