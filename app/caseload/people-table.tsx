import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { CaseloadRow } from '@/lib/caseload/queries'
import { rowAbout, rowName, rowNext, rowSeen, rowToDo } from '@/lib/caseload/words'
import type { PlainDate } from '@/lib/dates'

const About = ({ words }: { words: string }) =>
  words ? <span className="block text-note text-muted">{words}</span> : null

/**
 * A caseload's people: who, whose, last seen, what next, what needs doing, who else is involved.
 */
export function PeopleTable({
  rows,
  now,
  sort,
  filters,
}: {
  rows: CaseloadRow[]
  now: PlainDate
  sort: string
  /** Of this list, to come back to it. */
  filters: Readonly<Record<string, string>>
}) {
  const back = new URLSearchParams(filters).toString()
  return (
    <Table
      caption="People"
      captionHidden
      rows={rows}
      rowKey={({ personId }) => personId}
      columns={[
        {
          key: 'person',
          title: 'Person',
          heading: true,
          ...(sort === 'name' && { sorted: 'ascending' as const }),
          cell: (row) => (
            <>
              <Link href={`/people/${row.personId}`} className="font-bold">
                {rowName(row)}
              </Link>
              <About words={rowAbout(row, now)} />
            </>
          ),
        },
        {
          key: 'worker',
          title: 'Practitioner',
          cell: (row) => row.worker ?? <Tag tone="danger">not allocated</Tag>,
        },
        {
          key: 'seen',
          title: 'Last seen, from what you can see',
          ...(sort === 'unseen' && { sorted: 'ascending' as const }),
          cell: (row) => {
            const seen = rowSeen(row, now)
            return (
              <>
                <Tag tone={seen.tone}>{seen.words}</Tag>
                <About words={seen.about} />
              </>
            )
          },
        },
        {
          key: 'next',
          title: 'Next date',
          ...(sort === 'next' && { sorted: 'ascending' as const }),
          cell: (row) => {
            const next = rowNext(row, now)
            return (
              <>
                {next.words}
                <About words={next.about} />
              </>
            )
          },
        },
        {
          key: 'todo',
          title: 'What needs doing',
          cell: (row) =>
            row.worker ? (
              rowToDo(row, now)
            ) : (
              <Link
                href={`/caseload/${row.involvementId}/allocate?${new URLSearchParams({ filters: back })}`}
              >
                Choose a practitioner
              </Link>
            ),
        },
        {
          key: 'involved',
          title: 'Involved',
          cell: ({ involved }) =>
            involved.length > 3 ? `${involved.length} agencies` : involved.join(', '),
        },
      ]}
    />
  )
}
