import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { pagesOf } from '@/lib/paging'
import type { Batch, Kind, OutcomeRow, RowsAsked } from '@/lib/transfer/queries'
import { OUTCOMES } from '@/lib/transfer/lists'
import { outcomeHint, outcomesTitle, rowWords } from '@/lib/transfer/words'

/** How many rows came to what; each leads to its list. */
function OutcomeCounts({ batch, show }: { batch: Batch; show: string | undefined }) {
  const { counts, id } = batch
  return (
    <ul className="mb-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {OUTCOMES.filter(({ key }) => (counts?.[key] ?? 0) > 0).map(({ key, label }) => (
        <li key={key} className="rounded border border-line p-3">
          <Link
            href={`/transfer/${id}?show=${key}#rows`}
            aria-current={show === key ? 'true' : undefined}
            className="font-bold"
          >
            {label}: {rowWords(counts?.[key] ?? 0)}
          </Link>
          <span className="block text-note text-muted">{outcomeHint(key, batch)}</span>
        </li>
      ))}
    </ul>
  )
}

type KindsProps = { batch: Batch; refused: boolean; about: string | null }

/** What there is to look at, by kind: warnings of rows that go in, or why rows stay out. */
function Kinds({ batch, refused, about }: KindsProps) {
  const kinds = batch.kinds.filter((kind) => kind.refused === refused)
  if (kinds.length === 0) return null
  const list = refused ? 'refused' : 'warnings'
  return (
    <div className="mb-5">
      <h3 className="mb-2 text-heading-s">
        {refused
          ? 'Why rows are refused'
          : batch.state === 'checked'
            ? 'With a warning, and going in'
            : 'With a warning'}
      </h3>
      <ul className="divide-y divide-line border-y border-line">
        {kinds.map(({ key, column, words, n }: Kind) => (
          <li key={key} className="flex flex-wrap gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1 basis-64 break-words">
              {column ? `${column}: ` : ''}
              {words}
            </span>
            <Link
              href={`/transfer/${batch.id}?show=${list}&about=${key}#rows`}
              aria-current={about === key ? 'true' : undefined}
            >
              {rowWords(n)}
              <span className="sr-only">: {words}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
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

type Props = {
  batch: Batch
  show: string
  about: string | null
  rows: OutcomeRow[]
  next: number | null
  asked: Readonly<Record<string, unknown>>
}

/** The rows of one outcome, or of one kind, by line. */
function OutcomeRows({ batch, show, about, rows, next, asked }: Props) {
  const label = OUTCOMES.find(({ key }) => key === show)?.label ?? 'With a warning'
  const kind = batch.kinds.find(({ key }) => key === about)
  return (
    <div id="rows">
      <Table
        caption={kind ? `${label}: ${kind.words}` : label}
        columns={columns}
        rows={rows}
        rowKey={({ line }) => String(line)}
      />
      <Pagination
        of="rows"
        {...pagesOf({
          ...{ path: `/transfer/${batch.id}`, anchor: '#rows', place: ['after'], asked },
          filters: { show, ...(about !== null && { about }) },
          next: next === null ? null : { after: String(next) },
        })}
      />
    </div>
  )
}

type CardProps = {
  batch: Batch
  list: RowsAsked | null
  rows: { rows: OutcomeRow[]; next: number | null } | null
  asked: Readonly<Record<string, unknown>>
}

/** What becomes of each row: counts, what to look at by kind, and the rows asked for. */
export function OutcomesCard({ batch, list, rows, asked }: CardProps) {
  const about = list?.about ?? null
  return (
    <Card title={outcomesTitle(batch)} titleId="outcomes" className="mb-5">
      <OutcomeCounts batch={batch} show={about === null ? list?.show : undefined} />
      <Kinds batch={batch} refused={false} about={about} />
      <Kinds batch={batch} refused about={about} />
      {(batch.counts?.refused ?? 0) > 0 ? (
        <p className="mb-5">
          <Link href={`/transfer/${batch.id}/refused`}>Refused rows as a CSV file</Link>
          <span className="block text-note text-muted">
            Line, column and reason, then the row as it came. Put it right and send it again.
          </span>
        </p>
      ) : null}
      {rows && list ? (
        <OutcomeRows batch={batch} show={list.show} about={about} asked={asked} {...rows} />
      ) : null}
    </Card>
  )
}
