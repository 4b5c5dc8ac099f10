import { classes } from '@/components/ui/classes'
import { AsTable } from '@/components/ui/as-table'
import { Table } from '@/components/ui/table'
import { formatDate } from '@/lib/dates'
import { spellWords, type TeamBars as Bars, type TeamTime } from '@/lib/team/bars'

const columns = 'grid items-center gap-x-3 sm:grid-cols-[15rem_1fr]'

/**
 * Who worked with the person when, a line each: what goes on now is dark and first, what has ended
 * is lighter and has its two dates. Drawn on the server, with a table that says the same.
 */
export function TeamBars({ time }: { time: TeamTime }) {
  const { years, teams } = time
  return (
    <figure>
      <div aria-hidden="true" className={columns}>
        <span className="max-sm:hidden" />
        <svg height="20" className="block w-full overflow-visible">
          {years.map(({ year, at }) => (
            <text key={year} x={`${at}%`} y="14" className="fill-muted text-small">
              {at < 93 ? year : null}
            </text>
          ))}
        </svg>
      </div>
      <ul>
        {teams.map((team) => (
          <li key={team.teamId} className={classes(columns, 'border-t border-line py-2')}>
            <p className="text-note leading-tight">
              <span className={team.isNow ? 'font-bold' : ''}>{team.title}</span>{' '}
              <span className="block text-small text-muted">
                {team.bars.map(spellWords).join('; ')}
              </span>
            </p>
            <Line team={team} years={years} />
          </li>
        ))}
      </ul>
      <TimeTable time={time} />
    </figure>
  )
}

function Line({ team: { bars }, years }: { team: Bars; years: TeamTime['years'] }) {
  return (
    <svg aria-hidden="true" height="24" className="block w-full overflow-visible text-muted">
      {years.map(({ year, at }) => (
        <line
          key={year}
          x1={`${at}%`}
          x2={`${at}%`}
          y1="0"
          y2="24"
          strokeDasharray="2 3"
          className="stroke-line"
        />
      ))}
      {bars.map(({ id, at, long, isNow }) => (
        <rect
          key={id}
          x={`${at}%`}
          width={`${long}%`}
          y="6"
          height="12"
          fillOpacity={isNow ? 1 : 0.25}
          strokeWidth="1"
          className="fill-current stroke-current"
        />
      ))}
      <line x1="100%" x2="100%" y1="0" y2="24" className="stroke-current" />
    </svg>
  )
}

/** The bars' dates, behind "See as table"; opens without a script. */
function TimeTable({ time: { teams } }: { time: TeamTime }) {
  const rows = teams.flatMap(({ title, bars }) => bars.map((bar) => ({ title, ...bar })))
  return (
    <AsTable>
      <Table
        caption="Teams and when they worked with them"
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'team', title: 'Team', heading: true, cell: ({ title }) => title },
          { key: 'from', title: 'From', cell: ({ startsOn }) => formatDate(startsOn) },
          {
            ...{ key: 'until', title: 'Until' },
            cell: ({ endsOn }) => (endsOn ? formatDate(endsOn) : 'still working with them'),
          },
        ]}
      />
    </AsTable>
  )
}
