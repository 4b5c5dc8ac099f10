import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { burdensOf } from '@/lib/appointments/burden'
import { VIEWS } from '@/lib/appointments/lists'
import { getDates } from '@/lib/appointments/queries'
import { besideOf, spanOf, type View } from '@/lib/appointments/span'
import { hardWords, spanWords } from '@/lib/appointments/states'
import { countInWords } from '@/lib/count-in-words'
import { addDays, isPlainDate, today } from '@/lib/dates'
import { firstCapital } from '@/lib/first-capital'
import { firstName } from '@/lib/people/identity'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'
import { DateGrid } from './date-grid'
import { DateList } from './date-lines'

export const metadata: Metadata = { title: 'Dates' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ view?: string | string[]; on?: string | string[] }>
}

/** Dates of every agency, as far as the reader may see: a list, a week, a month. */
export default async function DatesPage({ params, searchParams }: Props) {
  const { view: asView, on: asOn } = await searchParams
  const view: View = VIEWS.find((one) => one === asView) ?? 'list'
  const now = today()
  const on = typeof asOn === 'string' && isPlainDate(asOn) ? asOn : now
  const span = spanOf(view, on)
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'dates',
    (scope, { personId: id }) => getDates(scope, id, span.from, span.until),
    '/dates',
  )
  const here = `/people/${personId}/dates`
  const burdens = burdensOf(asked.dates, asked.hard)
  const mayBook = can(viewer, 'appointment:book') && !strip.died?.sure
  const shown = { here, now: new Date(), mayBook, burdens }
  const { dates, hard } = asked
  const many = dates.length === 1 ? 'one date' : `${countInWords(dates.length)} dates`
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h2 className="text-heading-m">
            {firstCapital(many)}
            {burdens.length > 0 ? `: ${burdens[0]?.words.toLowerCase() ?? ''}` : ''}
          </h2>
          <p className="text-muted">
            {spanWords(span.from, addDays(span.until, -1))}, from what you can see
          </p>
        </div>
        {mayBook ? <ButtonLink href={`${here}/new`}>Book a date</ButtonLink> : null}
      </div>
      <nav aria-label="Ways to look" className="no-print mb-4 flex flex-wrap gap-x-5 gap-y-2">
        {VIEWS.map((one) =>
          one === view ? (
            <b key={one} aria-current="true">
              {firstCapital(one)}
            </b>
          ) : (
            <Link key={one} href={`${here}?view=${one}&on=${on}`}>
              {firstCapital(one)}
            </Link>
          ),
        )}
        <Link href={`${here}?view=${view}&on=${besideOf(view, on, -1)}`}>Earlier</Link>
        <Link href={`${here}?view=${view}`}>Today</Link>
        <Link href={`${here}?view=${view}&on=${besideOf(view, on, 1)}`}>Later</Link>
      </nav>
      <div className="grid gap-5 lg:grid-cols-[2fr_1fr] lg:items-start">
        <div className="min-w-0">
          {dates.length === 0 ? (
            <EmptyState title="No dates, as far as you can see.">
              Others may hold dates that you cannot see.
            </EmptyState>
          ) : null}
          {view !== 'list' && dates.length > 0 ? (
            <div className="mb-5">
              <DateGrid dates={dates} span={span} here={here} now={now} />
            </div>
          ) : null}
          {view !== 'month' ? <DateList dates={dates} {...shown} /> : null}
        </div>
        <Card
          title="Times that do not work"
          titleId="hard"
          more={
            can(viewer, 'fact:give') && mayBook ? (
              <Link href={`${here}/hard/new`}>Add</Link>
            ) : undefined
          }
        >
          {hard.length === 0 ? (
            <p>{firstName(strip)} has named none, as far as you can see.</p>
          ) : null}
          <ul className="list-disc pl-6">
            {hard.map((one) => (
              <li key={one.id}>
                {hardWords(one)}{' '}
                {one.own && can(viewer, 'fact:end') ? (
                  <Link href={`${here}/hard/${one.id}`}>works again</Link>
                ) : null}
              </li>
            ))}
          </ul>
          <p className="mt-3 text-note text-muted">
            How long a way takes is estimated from the distance, where both places are known.
          </p>
          <p className="no-print mt-3 text-note">
            <Link href="/my-calendar">Your own dates in your calendar</Link>
          </p>
        </Card>
      </div>
    </PersonPage>
  )
}
