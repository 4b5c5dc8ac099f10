import { AsTable } from '@/components/ui/as-table'
import { Card } from '@/components/ui/card'
import { Table } from '@/components/ui/table'
import { countInWords } from '@/lib/count-in-words'
import { addDays, daysBetween, formatShortDate, type PlainDate } from '@/lib/dates'
import { firstCapital } from '@/lib/first-capital'
import { lanesOf, placeOf, WEEKS, type Lane } from '@/lib/plan/lanes'
import type { PlanAction } from '@/lib/plan/view'
import { dueWords } from '@/lib/plan/words'

type Props = { actions: readonly PlanAction[]; name: string; now: PlainDate }

const WIDE = 640
const LEFT = 150
const ROW = 34
const x = (day: PlainDate, from: PlainDate) => LEFT + placeOf(day, from) * (WIDE - LEFT - 10)

/** Who does what by when in the next four weeks; the same as a table behind it. */
export function Doing({ actions, name, now }: Props) {
  const { from, lanes } = lanesOf(actions, name, now)
  const all = lanes.flatMap((lane) => lane.actions)
  if (all.length === 0) return null
  const week = all.filter(({ dueOn }) => daysBetween(now, dueOn) < 7).length
  const things = `${countInWords(week)} ${week === 1 ? 'thing' : 'things'} within a week`
  const title = `Who does what by when: ${things}`
  return (
    <Card title={title} titleId="doing" className="mb-4">
      <div className="hidden sm:block">
        <Picture lanes={lanes} from={from} now={now} title={title} />
      </div>
      <AsTable>
        <Table
          caption="Who does what by when"
          captionHidden
          columns={[
            { key: 'who', title: 'Who', cell: ({ who }) => who, heading: true },
            { key: 'what', title: 'What', cell: ({ one }) => one.words },
            { key: 'when', title: 'By when', cell: ({ one }) => firstCapital(dueWords(one, now)) },
          ]}
          rows={lanes.flatMap(({ who, actions: theirs }) => theirs.map((one) => ({ who, one })))}
          rowKey={({ one }) => one.id}
        />
      </AsTable>
    </Card>
  )
}

type PictureProps = { lanes: readonly Lane[]; from: PlainDate; now: PlainDate; title: string }

function Picture({ lanes, from, now, title }: PictureProps) {
  const lines = lanes.map(({ actions }) => Math.max(1, actions.length))
  const tops = lines.map((_, i) => 24 + lines.slice(0, i).reduce((sum, n) => sum + n * ROW, 0))
  const height = 24 + lines.reduce((sum, n) => sum + n * ROW, 0) + 4
  const mondays = Array.from({ length: WEEKS }, (_, i) => addDays(from, i * 7))
  return (
    <svg viewBox={`0 0 ${WIDE} ${height}`} role="img" aria-label={title} className="w-full">
      {mondays.map((monday) => (
        <g key={monday}>
          <line
            {...{ x1: x(monday, from), x2: x(monday, from), y1: 18, y2: height }}
            className="stroke-line"
          />
          <text x={x(monday, from)} y={13} className="fill-muted text-[13px]">
            {formatShortDate(monday, now)}
          </text>
        </g>
      ))}
      {lanes.map((lane, i) => (
        <g key={lane.who}>
          <line
            {...{ x1: 0, x2: WIDE, y1: tops[i] ?? 0, y2: tops[i] ?? 0 }}
            className="stroke-line"
          />
          <text x={0} y={(tops[i] ?? 0) + 21} className="fill-ink text-[13px] font-bold">
            {lane.who.split(',')[0]}
          </text>
          {lane.actions.map((one, nr) => (
            <Mark key={one.id} {...{ one, from, y: (tops[i] ?? 0) + nr * ROW + 17 }} />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** A dot on the day, open where it is the person's own; the words on the side with room. */
function Mark({ one, from, y }: { one: Lane['actions'][number]; from: PlainDate; y: number }) {
  const at = x(one.dueOn, from)
  const right = at > WIDE * 0.62
  return (
    <g>
      <circle
        {...{ cx: at, cy: y, r: 5, strokeWidth: 2 }}
        className={one.byPerson ? 'fill-card stroke-act' : 'fill-act stroke-act'}
      />
      <text
        x={right ? at - 10 : at + 10}
        y={y + 4.5}
        textAnchor={right ? 'end' : 'start'}
        className="fill-ink text-[13px]"
      >
        {one.words.length > 42 ? `${one.words.slice(0, 40)}…` : one.words}
      </text>
    </g>
  )
}
