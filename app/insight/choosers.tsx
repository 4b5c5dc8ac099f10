import { Popup } from '@/components/layout/popup'
import { Link } from '@/components/ui/link'
import { formatMonth } from '@/lib/dates'
import { listEarlier, type Choice } from '@/lib/insight/choose'
import { programme, type Table } from '@/lib/insight/programme'
import type { Publication } from '@/lib/insight/schema'

type Option = { href: string; label: string; isHere: boolean }
type Props = {
  /** The table shown; none on a page of all. */
  table?: Table
  /** Where another publication is read; the page of the table where there is one. */
  path?: string
  choice: Choice
  publications: readonly Publication[]
}

/** What is read, as plain links among what was declared and published: there is nothing to type. */
export function Choosers({ table, path = '/insight', choice, publications }: Props) {
  const { publication, before } = choice
  const here = table ? `/insight/tables/${table.key}` : path
  const name = ({ no, to }: Publication) => `publication ${no}, ${formatMonth(to)}`
  const earlier = listEarlier(publications, publication)
  return (
    <div className="no-print mb-5 flex flex-wrap gap-2">
      <Chooser
        label="Table"
        now={table?.title ?? 'all of them'}
        options={programme.tables.map(({ key, title }) => ({
          href: `/insight/tables/${key}?no=${publication.no}`,
          label: title,
          isHere: key === table?.key,
        }))}
      />
      <Chooser
        label="Year to"
        now={name(publication)}
        options={publications.map((one) => ({
          href: `${here}?no=${one.no}`,
          label: name(one),
          isHere: one.no === publication.no,
        }))}
      />
      {before && path === '/insight' ? (
        <Chooser
          label="Compared with"
          now={name(before)}
          options={earlier.map((one) => ({
            href: `${here}?no=${publication.no}&with=${one.no}`,
            label: name(one),
            isHere: one.no === before.no,
          }))}
        />
      ) : null}
    </div>
  )
}

function Chooser({ label, now, options }: { label: string; now: string; options: Option[] }) {
  return (
    <Popup
      className="relative"
      summaryClass="min-h-11 rounded border border-muted bg-card px-3 py-1.5 text-note hover:bg-wash"
      summary={
        <span>
          {label}: <b>{now}</b>
        </span>
      }
    >
      <ul className="absolute z-10 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded border border-muted bg-card py-1">
        {options.map(({ href, label: words, isHere }) => (
          <li key={href}>
            <Link
              href={href}
              plain
              aria-current={isHere ? 'true' : undefined}
              className="block px-3 py-2 text-note hover:bg-wash aria-[current]:font-bold"
            >
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </Popup>
  )
}
