import { Link } from '@/components/ui/link'
import { Table, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { CaseloadRow } from '@/lib/caseload/queries'
import type { CaseloadAsk } from '@/lib/caseload/schema'
import { rowAbout, rowDue, rowName, rowNext, rowSeen } from '@/lib/caseload/words'
import type { PlainDate } from '@/lib/dates'
import { DaysBar } from './days-bar'

const About = ({ words }: { words: string }) =>
  words ? <span className="text-note text-muted">{words}</span> : null

const line = 'flex flex-wrap items-baseline gap-x-2'

function Seen({ row, now }: { row: CaseloadRow; now: PlainDate }) {
  const { days, tone, words, about } = rowSeen(row, now)
  return (
    <span className="flex flex-wrap items-center gap-x-3 xl:flex-nowrap">
      <span className="w-24 shrink-0 text-right font-bold tabular-nums max-md:w-auto">
        {tone === 'neutral' ? words : <Tag tone={tone}>{words}</Tag>}
      </span>
      <DaysBar days={days} tone={tone} />
      <About words={about} />
    </span>
  )
}

function Next({ row, now }: { row: CaseloadRow; now: PlainDate }) {
  const { words, about } = rowNext(row, now)
  if (!row.nextAt) return <About words={about} />
  return (
    <span className={line}>
      <span className="md:whitespace-nowrap">{words}</span>
      <About words={about} />
    </span>
  )
}

type Props = {
  rows: CaseloadRow[]
  now: PlainDate
  sort: CaseloadAsk['sort']
  /** Of this list, to come back to it and to sort it another way. */
  filters: Readonly<Record<string, string>>
}

/**
 * A caseload's people: who, whose, last seen, what next, what needs doing, who else is involved.
 * One line each where there is room.
 */
export function PeopleTable({ rows, now, sort, filters }: Props) {
  const back = new URLSearchParams(filters).toString()
  const by = (key: CaseloadAsk['sort'], way: 'ascending' | 'descending') => ({
    sortHref: `/caseload?${new URLSearchParams({ ...filters, sort: key })}`,
    ...(sort === key && { sorted: way }),
  })
  const columns: Column<CaseloadRow>[] = [
    {
      ...{ key: 'person', title: 'Person', heading: true, ...by('name', 'ascending') },
      cell: (row) => (
        <span className={line}>
          <Link href={`/people/${row.personId}`} className="font-bold">
            {rowName(row)}
          </Link>
          <About words={rowAbout(row, now)} />
        </span>
      ),
    },
    {
      ...{ key: 'worker', title: 'Practitioner' },
      cell: (row) => row.worker ?? <Tag tone="danger">not allocated</Tag>,
    },
    {
      // Longest unseen first: the most days on top.
      ...{ key: 'seen', title: 'Last seen, from what you can see', ...by('unseen', 'descending') },
      cell: (row) => <Seen row={row} now={now} />,
    },
    {
      ...{ key: 'next', title: 'Next date', ...by('next', 'ascending') },
      cell: (row) => <Next row={row} now={now} />,
    },
    {
      ...{ key: 'todo', title: 'What needs doing' },
      cell: (row) =>
        row.worker ? (
          rowDue(row, now)
        ) : (
          <Link
            href={`/caseload/${row.involvementId}/allocate?${new URLSearchParams({ filters: back })}`}
          >
            Choose a practitioner
          </Link>
        ),
    },
    {
      ...{ key: 'involved', title: 'Involved' },
      cell: ({ involved }) =>
        involved.length > 3 ? `${involved.length} agencies` : involved.join(', '),
    },
  ]
  // Nothing to do on the whole page: no column of nothing.
  const due = rows.some((row) => rowDue(row, now) !== '')
  return (
    <Table
      caption="People"
      captionHidden
      rows={rows}
      rowKey={({ personId }) => personId}
      columns={due ? columns : columns.filter(({ key }) => key !== 'todo')}
    />
  )
}
