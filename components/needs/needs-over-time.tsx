import type { ReactNode } from 'react'
import { PhoneLink } from '@/components/person/involved'
import { classes } from '@/components/ui/classes'
import type { PlainDate } from '@/lib/dates'
import { standingWords } from '@/lib/needs/findings'
import type { Lane, NeedLanes } from '@/lib/needs/lanes'
import { laneSentence, saidLast } from '@/lib/needs/said'
import { mayCallOut } from '@/lib/needs/rules'
import { unseenLane } from '@/lib/needs/unseen'
import { LaneKey } from './lane-key'
import { LanePicture, YearScale } from './lane-picture'
import { Hatchings } from './step-shape'

type Props = {
  rows: readonly NeedLanes[]
  /** Whose view a lane is, as it is said. */
  nameOf: (lane: Lane) => string
  now: PlainDate
  /** Beside a need of which this reader sees nothing, and that a page may prompt to ask about. */
  ask: ReactNode
}

// Wide: need, as seen by, five years, said last. Narrow: each under the other.
const columns = '@2xl:grid @2xl:grid-cols-[7.5rem_minmax(0,1fr)_8.25rem] @2xl:gap-x-3'

/** Five years of needs: a row for each need, in it a lane for each voice. */
export function NeedsOverTime({ rows, nameOf, now, ask }: Props) {
  return (
    <div className="@container">
      <Hatchings />
      <div
        aria-hidden="true"
        className="hidden border-b border-line pb-1 text-small font-bold text-muted @2xl:flex"
      >
        <span className="w-36 shrink-0">Need</span>
        <div className={classes('min-w-0 flex-1', columns)}>
          <span>As seen by</span>
          <YearScale now={now} />
          <span>Said last</span>
        </div>
      </div>
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.domain} className="break-inside-avoid py-2 @2xl:flex @2xl:py-0">
            <div className="@2xl:w-36 @2xl:shrink-0 @2xl:py-2 @2xl:pr-2">
              <h3>{row.label}</h3>
              {row.standing === 'unseen' ? null : (
                <p className="text-note text-muted">{standingWords[row.standing]}</p>
              )}
            </div>
            <ul className="min-w-0 flex-1">
              {row.lanes.length === 0 ? (
                <OneLane
                  {...{ row, now }}
                  lane={unseenLane(now)}
                  who="–"
                  last={mayCallOut(row.domain) ? ask : null}
                />
              ) : null}
              {row.lanes.map((lane) => (
                <OneLane
                  key={lane.key}
                  {...{ row, lane, now }}
                  who={nameOf(lane)}
                  last={<SaidLast lane={lane} now={now} />}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <LaneKey />
    </div>
  )
}

type LaneProps = { row: NeedLanes; lane: Lane; who: string; now: PlainDate; last: ReactNode }

function OneLane({ row, lane, who, now, last }: LaneProps) {
  return (
    <li className={classes('py-1 @2xl:py-0', columns, lane.person && 'bg-wash')}>
      <div className="flex flex-wrap justify-between gap-x-3 @2xl:contents">
        <p
          className={classes(
            'self-center text-note leading-tight @2xl:order-1 @2xl:py-1',
            lane.person && 'font-bold',
            row.lanes.length === 0 && 'text-muted',
          )}
        >
          {who}
        </p>
        <p className="self-center text-note leading-tight text-muted @2xl:order-3">{last}</p>
      </div>
      <div className="min-w-0 @2xl:order-2">
        <LanePicture
          id={`lane-${row.domain}-${row.lanes.indexOf(lane)}`}
          title={laneSentence(row, lane, who, now)}
          {...{ steps: lane.steps, domain: row.domain, now }}
        />
        {lane.key === (row.lanes.at(-1) ?? lane).key ? (
          <YearScale now={now} className="@2xl:hidden" />
        ) : null}
      </div>
    </li>
  )
}

function SaidLast({ lane, now }: { lane: Lane; now: PlainDate }) {
  const { strong, rest } = saidLast(lane, now)
  const { held } = lane
  return (
    <>
      {strong ? <strong className="text-ink">{strong}</strong> : null}
      {rest}
      {held?.phone ? (
        <span className="block">
          <PhoneLink phone={held.phone} of={held.ring} />
        </span>
      ) : null}
    </>
  )
}
