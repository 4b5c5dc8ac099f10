import { AgreedActions } from '@/components/person/agreed-actions'
import { agencyDomain } from '@/components/person/domain-colours'
import { Because } from '@/components/person/because'
import { Involved } from '@/components/person/involved'
import { NextDates } from '@/components/person/next-dates'
import { clashesOf } from '@/lib/appointments/rules'
import { dateWords } from '@/lib/appointments/words'
import { daysAgo, formatShortDate, formatTime, londonDate, type PlainDate } from '@/lib/dates'
import type { Viewer } from '@/lib/db'
import { becauseWords, notForWords } from '@/lib/people/because'
import { firstName } from '@/lib/people/identity'
import type { DateToCome, InvolvedTeam, Overview } from '@/lib/people/view'

/** Days ahead with what is booked, as far as this reader may see; clashes are called out. */
export function DatesCard({ dates }: { dates: DateToCome[] }) {
  const clashing = new Set(clashesOf(dates).flatMap((group) => group.map(({ id }) => id)))
  const days = byDay(dates)
  return (
    <NextDates
      groups={days.map(([day, items]) => ({
        day: formatShortDate(day),
        date: day,
        items: items.map((item) => ({
          id: item.id,
          time: formatTime(new Date(item.startsAt)),
          what: dateWords({ ...item, worker: null }),
          together: true,
        })),
        clash: items.some(({ id }) => clashing.has(id))
          ? { why: 'There is not time to get from one to the other.' }
          : undefined,
      }))}
    />
  )
}

// Node 20 has no Map.groupBy.
function byDay(dates: DateToCome[]): [PlainDate, DateToCome[]][] {
  const days = new Map<PlainDate, DateToCome[]>()
  for (const date of dates) {
    const day = londonDate(new Date(date.startsAt))
    days.set(day, [...(days.get(day) ?? []), date])
  }
  return [...days]
}

type InvolvedProps = { team: InvolvedTeam[]; viewer: Viewer; now: PlainDate }

/** Who is involved: each named worker, or the team where nobody is named. */
export function InvolvedCard({ team, viewer, now }: InvolvedProps) {
  const workers = team.flatMap((involved) => {
    const seen = involved.lastSeen ? `seen ${daysAgo(involved.lastSeen, now)}` : undefined
    const agency = involved.team.startsWith(involved.agency)
      ? involved.team
      : `${involved.agency}, ${involved.team}`
    const domain = agencyDomain(involved.agencyKind)
    if (involved.workers.length === 0)
      return [
        {
          id: involved.id,
          name: involved.team,
          agency: involved.agency,
          seen,
          phone: involved.phone ?? undefined,
          domain,
          together: !involved.private,
        },
      ]
    return involved.workers.map((worker) => ({
      id: worker.id,
      name: worker.name,
      lead: worker.lead,
      you: worker.userId === viewer.userId,
      agency,
      seen,
      phone: worker.phone ?? involved.phone ?? undefined,
      domain,
      together: !involved.private,
    }))
  })
  return <Involved workers={workers} />
}

type ActionsProps = { actions: Overview['actions']; now: PlainDate }

/** What was agreed, with when it is due. */
export function ActionsCard({ actions, now }: ActionsProps) {
  return (
    <AgreedActions
      actions={actions.map(({ id, words, owner, agency, dueOn }) => ({
        id,
        what: words,
        who: [owner, agency].filter(Boolean).join(' · '),
        together: true,
        due: dueOn
          ? {
              words: `${dueOn < now ? 'was due' : 'due'} ${formatShortDate(dueOn, now)}`,
              tone: dueOn < now ? ('danger' as const) : ('neutral' as const),
            }
          : undefined,
      }))}
    />
  )
}

/**
 * Why this page is open to this reader; and, about everybody in the same words, that there may be
 * others: said only where there are, it would tell of them.
 */
export function BecauseNote({ overview }: { overview: Overview }) {
  const { because, strip } = overview
  return (
    <>
      <p className="mb-3 text-note">
        Others may be involved whom you cannot see here. To ask, ring the partnership desk, quoting{' '}
        {strip.id.slice(-6).toUpperCase()}.
      </p>
      <Because
        reason={becauseWords(because, firstName(strip))}
        notFor={notForWords(because)}
        whoHref={`/people/${strip.id}/sharing`}
      />
    </>
  )
}
