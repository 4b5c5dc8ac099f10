import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import type { Batch, OutcomeRow } from '@/lib/transfer/queries'
import { OUTCOMES } from '@/lib/transfer/lists'
import { rowWords } from '@/lib/transfer/words'

/** How many rows came to what; each leads to its list. */
export function OutcomeCounts({ batch, show }: { batch: Batch; show: string | undefined }) {
  const { counts, id } = batch
  return (
    <ul className="mb-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {OUTCOMES.filter(({ key }) => (counts?.[key] ?? 0) > 0).map(({ key, label, hint }) => (
        <li key={key} className="rounded border border-line p-3">
          <Link
            href={`/transfer/${id}?show=${key}`}
            aria-current={show === key ? 'true' : undefined}
            className="font-bold"
          >
            {label}: {rowWords(counts?.[key] ?? 0)}
          </Link>
          <span className="block text-note text-muted">{hint}</span>
        </li>
      ))}
    </ul>
  )
}

const columns: Column<OutcomeRow>[] = [
  { key: 'line', title: 'Line', heading: true, cell: ({ line }) => String(line) },
  { key: 'ref', title: 'Your number', cell: ({ local_ref }) => local_ref ?? 'None' },
  {
    key: 'words',
    title: 'What to know',
    cell: ({ problems, why }) => (
      <>
        {why ? <span className="block">Because: {why}</span> : null}
        {(problems ?? []).map(({ column, message }) => (
          <span key={`${column}${message}`} className="block">
            {column ? `${column}: ` : ''}
            {message}
          </span>
        ))}
      </>
    ),
  },
]

type Props = { batch: Batch; show: string; rows: OutcomeRow[]; next: number | null }

/** The rows of one outcome, by line. */
export function OutcomeRows({ batch, show, rows, next }: Props) {
  const label = OUTCOMES.find(({ key }) => key === show)?.label ?? ''
  return (
    <>
      <Table caption={label} columns={columns} rows={rows} rowKey={({ line }) => String(line)} />
      <Pagination
        of="rows"
        next={next === null ? undefined : `/transfer/${batch.id}?show=${show}&after=${next}`}
      />
    </>
  )
}
