import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { formatDate, londonDate } from '@/lib/dates'
import type { WordStates } from '@/lib/confirming/queries'
import { answerWords } from '@/lib/confirming/words'
import type { Strip } from '@/lib/people/view'
import type { getStates } from '@/lib/sharing/queries'
import { actWords } from '@/lib/waiting/words'

type States = Awaited<ReturnType<typeof getStates>>
type Props = {
  words: WordStates
  strip: Strip
  states: States
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
export function StatesCard({ words, strip, states, here, may }: Props) {
  const link = (path: string, words: string, allowed: boolean) =>
    allowed && !strip.died?.sure ? <Link href={`${here}/${path}`}>{words}</Link> : undefined
  const inCohort = states.cohorts.filter(({ endsAt }) => endsAt === null || endsAt > new Date())
  return (
    <Card title="How this record is kept" titleId="states">
      <SummaryList
        rows={[
          {
            term: 'In the cohort of',
            value:
              inCohort.length === 0
                ? states.asksForOthers
                  ? 'No agreement by a decision of your agency'
                  : 'No agreement: nothing but safety is shared'
                : inCohort.map((member) => (
                    <span key={member.id} className="block">
                      {cohortWords(member, words)}
                    </span>
                  )),
            action: link('cohort', 'Change', may.cohort),
          },
          {
            term: 'Whereabouts',
            value: whereaboutsWords(strip, states),
            action: (
              <span className="flex flex-wrap gap-x-4">
                {states.protectedByUs ? null : link('whereabouts', 'Protect', may.protect)}
                {strip.protected ? link('whereabouts/end', 'End', may.protect) : null}
              </span>
            ),
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
              ? `Limited to ${states.limitedNamed.map(({ name }) => name).join(', ')}, and maybe others. Review ${formatDate(strip.limited.reviewOn)}`
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
            value: diedWords(strip.died),
            action:
              strip.died?.own && may.death ? (
                <Link href={`${here}/death/undo`}>Recorded in error</Link>
              ) : (
                link('death', 'Record a death', may.death)
              ),
          },
          ...states.asked.map(({ id, kind, about, askedAt, by, mine }) => ({
            term: 'Waits',
            action: mine ? <Link href={`/waiting/${id}`}>Take it back</Link> : undefined,
            value: `${actWords(kind, about)}. Asked for by ${by} on ${formatDate(londonDate(askedAt))}; the custodian or their manager has not answered yet`,
          })),
        ]}
      />
    </Card>
  )
}

type Member = Props['states']['cohorts'][number]

/** Since when, by whom, and whether another's word is waited for. */
function cohortWords({ id, agreement, startsAt, toldOn, by }: Member, words: WordStates): string {
  const told = toldOn ? `told ${formatDate(londonDate(toldOn))}` : 'not told yet'
  const waits = words.waits.has(id)
    ? ' What another service gives you is shared once they have confirmed it, or put them in too.'
    : ''
  const answers = words.answersTo(id).map((answer) => ` ${answerWords(answer)}`)
  return `${agreement.name}, since ${formatDate(londonDate(startsAt))}, by ${by}, ${told}.${waits}${answers.join('')}`
}

function whereaboutsWords({ protected: safe }: Strip, { protectedByUs, whereaboutsTeams }: States) {
  if (!safe) return 'As agreed'
  const named = whereaboutsTeams.map(({ name }) => name).join(', ')
  if (protectedByUs)
    return `Protected by your agency. Named: ${named}, and maybe others. Review ${formatDate(londonDate(protectedByUs.reviewOn))}`
  return safe.named
    ? `Protected by another service. Named: ${named}, and maybe others. Review ${formatDate(safe.reviewOn)}`
    : 'Protected by another service. Your team is not named: you see what your agency gave'
}

function diedWords(died: Strip['died']): string {
  if (!died) return 'No'
  if (!died.sure)
    return `Another service reported it on ${formatDate(died.saidOn)}. Your agency has not confirmed it, and your work goes on`
  return died.on ? formatDate(died.on) : 'Yes, day not known'
}
