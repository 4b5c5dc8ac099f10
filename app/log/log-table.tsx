import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { LogLine } from '@/lib/audit/queries'
import type { Visit } from '@/lib/audit/visits'
import { groundWords, pageWord, readerWords } from '@/lib/audit/words'
import { formatDateTime, londonTime } from '@/lib/dates'

type Props = {
  visits: readonly Visit[]
  /** The address of all that were about a line's person; left out where only those are here. */
  likeHref: ((key: string) => string) | undefined
}

/** When, who, whom, and, folded, which page on which ground: a row a visit. */
export function LogTable({ visits, likeHref }: Props) {
  return (
    <Table
      caption="Openings, by visit"
      captionHidden
      rows={visits}
      rowKey={({ key }) => key}
      columns={[
        { key: 'at', title: 'When', heading: true, cell: whenOf },
        {
          key: 'who',
          title: 'Who',
          cell: ({ lines: [line] }) => (
            <>
              {readerWords(line?.reader ?? null)}
              {line?.ours ? null : (
                <span className="block text-note text-muted">{line?.agency}</span>
              )}
            </>
          ),
        },
        {
          key: 'person',
          title: 'Person',
          cell: ({ key, lines: [line] }) => (
            <>
              <code>{line?.person}</code>
              {likeHref ? (
                <Link href={likeHref(key)} className="no-print block w-fit text-note">
                  Who opened this person?
                </Link>
              ) : null}
            </>
          ),
        },
        { key: 'pages', title: 'Pages', cell: (visit) => <Pages visit={visit} /> },
      ]}
    />
  )
}

/** `30 November 2026 at 10:04`, and until when it went on. */
function whenOf({ first, last, lines, open }: Visit) {
  return (
    <>
      {formatDateTime(first)}
      {lines.length > 1 ? ` to ${londonTime(last)}` : ''}
      {open ? (
        <span className="block text-note font-normal text-muted">
          may have begun on the next page
        </span>
      ) : null}
    </>
  )
}

function Pages({ visit: { lines, refused } }: { visit: Visit }) {
  const [only] = lines
  if (lines.length === 1 && only) return <Line line={only} />
  return (
    <details>
      <summary className="link w-fit">
        {lines.length} pages
        {refused > 0 ? `, ${refused} refused` : ''}
      </summary>
      <ul className="mt-1 space-y-1">
        {lines.map((line) => (
          <li key={line.key}>
            {londonTime(line.at)} <Line line={line} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const Line = ({ line: { page, refused, ground } }: { line: LogLine }) => (
  <>
    {pageWord(page)}{' '}
    {refused ? (
      <Tag tone="danger">refused</Tag>
    ) : (
      <span className="text-note text-muted">because {groundWords(ground)}</span>
    )}
  </>
)
