import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate, londonDate } from '@/lib/dates'
import type { Strip } from '@/lib/people/view'
import type { getStates } from '@/lib/sharing/queries'

type Props = {
  strip: Strip
  states: Awaited<ReturnType<typeof getStates>>
  here: string
  may: {
    protect: boolean
    name: boolean
    limit: boolean
    harm: boolean
    cohort: boolean
    conflict: boolean
    death: boolean
  }
}

/** States that change who may see: each with what it means now, and where to set or end it. */
export function StatesCard({ strip, states, here, may }: Props) {
  const link = (path: string, words: string, allowed: boolean) =>
    allowed && !strip.died ? <Link href={`${here}/${path}`}>{words}</Link> : undefined
  const inCohort = states.cohorts.filter(({ endsAt }) => endsAt === null || endsAt > new Date())
  return (
    <Card title="How this record is kept" titleId="states">
      <SummaryList
        rows={[
          {
            term: 'In the cohort of',
            value:
              inCohort.length === 0
                ? 'No agreement: nothing but safety is shared'
                : inCohort
                    .map(
                      ({ agreement, startsAt, toldOn }) =>
                        `${agreement.name}, since ${formatDate(londonDate(startsAt))}${toldOn ? `, told ${formatDate(londonDate(toldOn))}` : ', not told yet'}`,
                    )
                    .join('; '),
            action: link('cohort', 'Change', may.cohort),
          },
          {
            term: 'Whereabouts',
            value: strip.protected
              ? strip.protected.named
                ? `Protected. Named: ${states.whereaboutsTeams.map(({ name }) => name).join(', ')}. Review ${formatDate(strip.protected.reviewOn)}`
                : 'Protected. Your team is not named'
              : 'As agreed',
            action: strip.protected
              ? link('whereabouts/end', 'End', may.protect && strip.protected.named)
              : link('whereabouts', 'Protect', may.protect),
          },
          {
            term: 'Name',
            value: states.protectedName
              ? `Protected by your agency since ${formatDate(londonDate(states.protectedName.setOn))}`
              : 'Earlier names can be protected',
            action: states.protectedName
              ? link('protected-name/end', 'End', may.name)
              : link('protected-name', 'Protect a name', may.name),
          },
          {
            term: 'Access',
            value: strip.limited
              ? `Limited to ${states.limitedNamed.map(({ name }) => name).join(', ')}. Review ${formatDate(strip.limited.reviewOn)}`
              : 'Everyone whose team works with them',
            action: link(
              strip.limited ? 'limited/names' : 'limited',
              strip.limited ? 'Change' : 'Limit',
              may.limit,
            ),
          },
          ...(states.harm.length > 0
            ? [
                {
                  term: 'Harm',
                  value: `${states.harm.length === 1 ? 'One person' : `${states.harm.length} people`} to keep apart from`,
                  action: link('harm', 'Add', may.harm),
                },
              ]
            : [
                {
                  term: 'Harm',
                  value: 'Nobody recorded that you can see',
                  action: link('harm', 'Add', may.harm),
                },
              ]),
          {
            term: 'Conflicts',
            value: 'A worker who must not see this',
            action: link('conflict', 'Bar a worker', may.conflict),
          },
          {
            term: 'Died',
            value: strip.died
              ? strip.died.on
                ? formatDate(strip.died.on)
                : 'Yes, day not known'
              : 'No',
            action: link('death', 'Record a death', may.death),
          },
        ]}
      />
    </Card>
  )
}
