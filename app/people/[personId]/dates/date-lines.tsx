import { Link } from '@/components/ui/link'
import { Tag, type Tone } from '@/components/ui/tag'
import type { Burden } from '@/lib/appointments/burden'
import { DATE_STEPS } from '@/lib/appointments/lists'
import { besideWords, kindWords, stateWords, timeWords } from '@/lib/appointments/states'
import { dateSteps } from '@/lib/appointments/steps'
import type { DateHeld } from '@/lib/appointments/view'
import { formatDate, londonDate } from '@/lib/dates'
import { firstCapital } from '@/lib/first-capital'
import { factsOf } from './find'

type Shown = { here: string; now: Date; mayBook: boolean; burdens: readonly Burden[] }

const toneOf = (date: DateHeld): Tone =>
  date.outcome === 'kept' || (date.outcome === null && date.agreedOn) ? 'act' : 'caution'

/** A date: what, when, with whom and where, what makes it hard, and what may be done with it. */
export function DateLine({ date, here, now, mayBook, burdens }: Shown & { date: DateHeld }) {
  const hard = burdens.filter(({ ids }) => ids.includes(date.id))
  const steps = mayBook ? dateSteps(factsOf(date, now), date.own) : []
  const who = [firstCapital(date.agency), date.worker, date.place].filter(Boolean).join(', ')
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p>
            <b>{timeWords(date)}</b> {kindWords(date.kind)}
          </p>
          <p className="text-note text-muted">{who}</p>
          {besideWords(date).map((words) => (
            <p key={words} className="text-note">
              {words}
            </p>
          ))}
          {hard.map(({ kind, words }) => (
            <p key={`${kind} ${words}`} className="text-note text-danger">
              {words}
            </p>
          ))}
        </div>
        <Tag tone={toneOf(date)}>{stateWords(date, now)}</Tag>
      </div>
      {steps.length > 0 ? (
        <p className="no-print mt-1 flex flex-wrap gap-x-4 gap-y-2 text-note">
          {steps.map((step) => (
            <Link key={step} href={`${here}/${date.id}/${step}`}>
              {DATE_STEPS.find(({ key }) => key === step)?.label}
              <span className="sr-only">: {timeWords(date)}</span>
            </Link>
          ))}
        </p>
      ) : null}
    </li>
  )
}

/** Dates under the days on which they are. */
export function DateList({ dates, ...shown }: Shown & { dates: readonly DateHeld[] }) {
  const days = [...new Set(dates.map(({ startsAt }) => londonDate(new Date(startsAt))))]
  return days.map((day) => (
    <section key={day} className="mb-4">
      <h3 className="border-b border-line pb-1 font-bold">{formatDate(day)}</h3>
      <ul className="divide-y divide-line">
        {dates
          .filter(({ startsAt }) => londonDate(new Date(startsAt)) === day)
          .map((date) => (
            <DateLine key={date.id} date={date} {...shown} />
          ))}
      </ul>
    </section>
  ))
}
