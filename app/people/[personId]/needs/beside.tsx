import type { ReactNode } from 'react'
import { KeyShape } from '@/components/needs/lane-key'
import { Card } from '@/components/ui/card'
import { daysAgo, type PlainDate } from '@/lib/dates'
import { differing, unanswered } from '@/lib/needs/findings'
import type { Lane, NeedLanes } from '@/lib/needs/lanes'
import type { Drawn } from '@/lib/needs/steps'
import { join } from '@/lib/people/because'

type Props = { rows: readonly NeedLanes[]; nameOf: (lane: Lane) => string }

/** Where those who speak now say different things: worth a talk, and nobody is wrong. */
export function ViewsDiffer({ rows, nameOf }: Props) {
  const views = differing(rows, nameOf)
  return (
    <Card title="Where views differ" titleId="differ">
      {views.length === 0 ? (
        <p>No two say different things now, as far as you can see.</p>
      ) : (
        <ul className="divide-y divide-line">
          {views.map(({ domain, label, words }) => (
            <li key={domain} className="py-3 first:pt-0 last:pb-0">
              <strong>{label}.</strong> {words}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** What was asked without an answer and what nobody has asked: two things, never one. */
export function Unanswered({ rows, nameOf, now, ask }: Props & { now: PlainDate; ask: ReactNode }) {
  const { notKnown, notAsked, unseen } = unanswered(rows)
  const none = notKnown.length + notAsked.length + unseen.length === 0
  return (
    <Card title="Not known, not asked" titleId="unanswered">
      {none ? <p>Every need has been asked about, as far as you can see.</p> : null}
      <ul className="divide-y divide-line">
        {notKnown.map(({ label, lane }) => (
          <Entry key={`${label} ${lane.key}`} drawn="not-known" words="not known">
            <strong>{label}.</strong> {saidBy(lane, nameOf, now)}
          </Entry>
        ))}
        {notAsked.map(({ label, lane }) => (
          <Entry key={`${label} ${lane.key}`} drawn="not-asked" words="not asked">
            <strong>{label}.</strong> {saidBy(lane, nameOf, now)} {ask}
          </Entry>
        ))}
        {unseen.length > 0 ? (
          <Entry drawn="not-asked" words="not asked, as far as you can see">
            <strong>{join(inSentence(unseen), ' and ')}.</strong> Nobody has said anything that you
            can see. {ask}
          </Entry>
        ) : null}
      </ul>
    </Card>
  )
}

const saidBy = (lane: Lane, nameOf: Props['nameOf'], now: PlainDate) =>
  lane.newest ? `Says ${nameOf(lane)}, ${daysAgo(lane.newest.ratedOn, now)}.` : ''

const inSentence = (rows: readonly NeedLanes[]) =>
  rows.map(({ label }, i) => (i === 0 ? label : label.toLowerCase()))

type EntryProps = { drawn: Drawn; words: string; children: ReactNode }

function Entry({ drawn, words, children }: EntryProps) {
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <p className="flex items-center gap-2 text-note text-muted">
        <KeyShape shapes={[{ drawn, height: 2, at: 2, width: 96 }]} />
        {words}
      </p>
      <p>{children}</p>
    </li>
  )
}
