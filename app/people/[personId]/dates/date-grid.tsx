import { Link } from '@/components/ui/link'
import { kindWords, timeWords } from '@/lib/appointments/states'
import { weeksOf } from '@/lib/appointments/span'
import type { DateHeld } from '@/lib/appointments/view'
import { formatShortDate, londonDate, type PlainDate } from '@/lib/dates'

type Props = {
  dates: readonly DateHeld[]
  span: { from: PlainDate; until: PlainDate }
  here: string
  now: PlainDate
}

/**
 * Weeks of seven days, each with its dates. Under 768 wide the days stand one under the other, and
 * those without a date are left out.
 */
export function DateGrid({ dates, span, here, now }: Props) {
  return (
    <ol className="grid gap-px rounded border border-line bg-line md:grid-cols-7">
      {weeksOf(span)
        .flat()
        .map((day) => {
          const on = dates.filter(({ startsAt }) => londonDate(new Date(startsAt)) === day)
          return (
            <li
              key={day}
              className={`min-w-0 bg-card p-2 md:min-h-24 ${on.length === 0 ? 'max-md:hidden' : ''}`}
            >
              <p className={day === now ? 'text-note font-bold' : 'text-note text-muted'}>
                {formatShortDate(day, now)}
              </p>
              <ul>
                {on.map((date) => (
                  <li key={date.id} className="text-note">
                    <Link href={`${here}?view=week&on=${day}`}>{timeWords(date)}</Link>{' '}
                    {kindWords(date.kind)}
                    {date.outcome === 'cancelled' ? ', cancelled' : ''}
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
    </ol>
  )
}
