import { classes } from '@/components/ui/classes'
import { Link } from '@/components/ui/link'
import { AsTable } from '@/components/ui/as-table'
import { Table } from '@/components/ui/table'
import {
  monthName,
  tallyWords,
  totalOf,
  type Lane,
  type MonthStrip as Strip,
  type PlainMonth,
  type Tally,
} from '@/lib/contacts/months'
import { firstCapital } from '@/lib/first-capital'

type Props = {
  strip: Strip
  /** The list's address at a month. */
  hrefOf: (month: PlainMonth) => string
  /** The month at which the list begins now. */
  asked?: PlainMonth | undefined
}

// A name to the left and twelve months; on a phone the name goes above.
const columns = 'grid items-end gap-x-3 sm:grid-cols-[11rem_1fr]'

/**
 * Twelve months of contacts with a lane for each agency: one mark a contact, a square where they
 * were seen and a cross where they were not. Drawn on the server; each month leads to the list
 * there, and the table says the same.
 */
export function MonthStrip({ strip, hrefOf, asked }: Props) {
  const { months, lanes } = strip
  return (
    <figure>
      <Key />
      <div className={columns}>
        <span className="max-sm:hidden" />
        <ol className="grid grid-cols-12 items-start">
          {months.map((month, at) => (
            <MonthLink
              key={month}
              month={month}
              href={hrefOf(month)}
              tally={sumOf(lanes.map((lane) => lane.months[at]))}
              isHere={month === asked}
            />
          ))}
        </ol>
      </div>
      <ul>
        {lanes.map((lane) => (
          <li key={lane.agency} className={classes(columns, 'border-b border-line pt-2')}>
            <p className="pb-1 text-note leading-tight sm:self-center">
              <strong>{firstCapital(lane.agency)}</strong>{' '}
              <span className="text-muted sm:block">{laneWords(lane)}</span>
            </p>
            <Marks lane={lane} {...wide} className="max-sm:hidden" />
            <Marks lane={lane} {...narrow} className="sm:hidden" />
          </li>
        ))}
      </ul>
      <StripTable strip={strip} />
    </figure>
  )
}

function MonthLink(props: { month: PlainMonth; href: string; tally: Tally; isHere: boolean }) {
  const { month, href, tally, isHere } = props
  const short = monthName(month).slice(0, 3)
  return (
    <li className="text-center text-small leading-tight">
      <Link
        href={href}
        aria-label={`${short} ${month.slice(0, 4)}: ${tallyWords(tally)}`}
        aria-current={isHere ? 'true' : undefined}
        className={classes('block py-1.5', isHere && 'rounded bg-wash font-bold')}
      >
        {short.slice(0, 1)}
        <span className="max-sm:hidden">{short.slice(1)}</span>
      </Link>
      {month.endsWith('-01') ? (
        <span aria-hidden="true" className="block text-muted max-sm:hidden">
          {month.slice(0, 4)}
        </span>
      ) : null}
    </li>
  )
}

type Size = { size: number; step: number; across: number }
const wide: Size = { size: 9, step: 12, across: 4 }
const narrow: Size = { size: 6, step: 8, across: 3 }
// No more rows of marks than these: of a fuller month they are drawn in proportion, and how many
// they stand for is said by the month's link and in the table.
const DEEP = 6

function Marks({ lane, size, step, across, className }: Size & { lane: Lane; className: string }) {
  const most = Math.max(...lane.months.map(totalOf))
  const rows = Math.min(Math.ceil(most / across), DEEP)
  const height = rows * step + 6
  return (
    <svg aria-hidden="true" height={height} className={classes('block w-full text-ink', className)}>
      {lane.months.map((tally, at) => (
        <svg
          key={at}
          x={`${(at * 100) / 12}%`}
          width={`${100 / 12}%`}
          height={height}
          className="overflow-visible"
        >
          <line x1="0" x2="0" y1="0" y2={height} className="stroke-line" />
          {marksOf(tally, across * DEEP).map((mark, nr) => (
            <Mark
              key={nr}
              mark={mark}
              size={size}
              x={3 + (nr % across) * step}
              y={height - 4 - size - Math.floor(nr / across) * step}
            />
          ))}
        </svg>
      ))}
    </svg>
  )
}

type Kind = keyof Tally

/** One mark a contact, seen first; in a month with more than fit, in proportion. */
function marksOf(tally: Tally, most: number): Kind[] {
  const scale = Math.min(1, most / Math.max(1, totalOf(tally)))
  const kinds: Kind[] = ['seen', 'tried', 'other']
  return kinds
    .flatMap((kind) => Array<Kind>(Math.ceil(tally[kind] * scale)).fill(kind))
    .slice(0, most)
}

function Mark({ mark, x, y, size }: { mark: Kind; x: number; y: number; size: number }) {
  if (mark === 'other')
    return <circle cx={x + size / 2} cy={y + size / 2} r="1.8" className="fill-current" />
  if (mark === 'seen')
    return <rect x={x} y={y} width={size} height={size} className="fill-current" />
  const [left, right] = [x + 1, x + size - 1]
  const [top, bottom] = [y + 1, y + size - 1]
  return (
    <path
      d={`M${left} ${top}L${right} ${bottom}M${right} ${top}L${left} ${bottom}`}
      strokeWidth="1.8"
      className="fill-none stroke-current"
    />
  )
}

const meanings: [Kind, string][] = [
  ['seen', 'seen or spoken to'],
  ['tried', 'tried and not seen'],
  ['other', 'something else, such as a decision'],
]

function Key() {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 text-note text-muted">
      {meanings.map(([kind, meaning]) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="9" height="9" className="shrink-0 text-ink">
            <Mark mark={kind} x={0} y={0} size={9} />
          </svg>
          {meaning}
        </li>
      ))}
    </ul>
  )
}

const laneWords = ({ seen, tried, other }: Tally) =>
  [seen + tried > 0 ? `seen ${seen} of ${seen + tried}` : '', other > 0 ? `${other} other` : '']
    .filter(Boolean)
    .join(', ')

const sumOf = (tallies: readonly (Tally | undefined)[]): Tally => ({
  seen: tallies.reduce((sum, tally) => sum + (tally?.seen ?? 0), 0),
  tried: tallies.reduce((sum, tally) => sum + (tally?.tried ?? 0), 0),
  other: tallies.reduce((sum, tally) => sum + (tally?.other ?? 0), 0),
})

/** The strip's figures, behind "See as table"; opens without a script. */
function StripTable({ strip: { months, lanes } }: { strip: Strip }) {
  const rows = months.map((month, at) => ({ month, at })).reverse()
  return (
    <AsTable>
      <Table
        caption="Contacts by month and agency"
        captionHidden
        rows={rows}
        rowKey={({ month }) => month}
        columns={[
          {
            ...{ key: 'month', title: 'Month', heading: true },
            cell: ({ month }) => monthName(month),
          },
          ...lanes.map((lane) => ({
            key: lane.agency,
            title: firstCapital(lane.agency),
            cell: ({ at }: { at: number }) => {
              const tally = lane.months[at]
              return tally ? tallyWords(tally) : 'none'
            },
          })),
        ]}
      />
    </AsTable>
  )
}
