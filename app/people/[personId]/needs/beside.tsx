import type { ReactNode } from 'react'
import { KeyShape } from '@/components/needs/lane-key'
import { Card } from '@/components/ui/card'
import { daysAgo, type PlainDate } from '@/lib/dates'
import { differing, unanswered } from '@/lib/needs/findings'
import type { Lane, NeedLanes } from '@/lib/needs/lanes'
import { mayCallOut } from '@/lib/needs/rules'
import type { Drawn } from '@/lib/needs/steps'
import { unseenWords } from '@/lib/needs/unseen'
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

/**
 * What was asked without an answer, what is recorded as not asked, and what this reader cannot see:
 * three things, never one.
 */
export function Unanswered({ rows, nameOf, now, ask }: Props & { now: PlainDate; ask: ReactNode }) {
  const { notKnown, notAsked, unseen } = unanswered(rows)
  const none = notKnown.length + notAsked.length + unseen.length === 0
  return (
    <Card title="Not known, not asked, not seen" titleId="unanswered">
      {none ? <p>Every need has an answer that you can see.</p> : null}
      <ul className="divide-y divide-line">
        {notKnown.map(({ label, lane }) => (
          <Entry key={`${label} ${lane.key}`} drawn="not-known" words="not known">
            <strong>{label}.</strong> {saidBy(lane, nameOf, now)}
          </Entry>
        ))}
        {notAsked.map(({ domain, label, lane }) => (
          <Entry key={`${label} ${lane.key}`} drawn="not-asked" words="not asked">
            <strong>{label}.</strong> {saidBy(lane, nameOf, now)} {mayCallOut(domain) ? ask : null}
          </Entry>
        ))}
        <Unseen rows={unseen.filter(({ domain }) => mayCallOut(domain))}>
          Somebody may have asked, where you cannot see it. {ask}
        </Unseen>
        <Unseen rows={unseen.filter(({ domain }) => !mayCallOut(domain))} />
      </ul>
    </Card>
  )
}

function Unseen({ rows, children }: { rows: readonly NeedLanes[]; children?: ReactNode }) {
  if (rows.length === 0) return null
  return (
    <Entry drawn="unseen" words={unseenWords}>
      <strong>{join(inSentence(rows), ' and ')}.</strong> {children}
    </Entry>
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
