import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import type { PlainDate } from '@/lib/dates'
import { myDateWords, type MyDate } from '@/lib/today/words'

/** What is booked with the people I am named for, whoever made it: when, with whom, what. */
export function MyDates({ dates, now }: { dates: MyDate[]; now: PlainDate }) {
  return (
    <Card title="Your people’s dates, today and tomorrow" titleId="dates">
      {dates.length === 0 ? (
        <EmptyState title="Nothing that you can see is booked with your people for today or tomorrow." />
      ) : (
        <ul className="divide-y divide-line">
          {dates.map((date) => {
            const { when, who, what } = myDateWords(date, now)
            return (
              <li key={date.id} className="flex gap-4 py-2">
                <span className="w-32 shrink-0 font-bold">{when}</span>
                <span>
                  <Link href={`/people/${date.personId}`}>{who}</Link>
                  <span className="block text-note text-muted">{what}</span>
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}
