import type { Metadata } from 'next'
import { MonthStrip } from '@/components/person/month-strip'
import { Timeline } from '@/components/person/timeline'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { currentCodes } from '@/lib/code-lists/current'
import {
  filtered,
  findingOf,
  monthName,
  stripOf,
  tallyOf,
  totalOf,
  type MonthStrip as MonthsShown,
  type PlainMonth,
} from '@/lib/contacts/months'
import {
  getTimeline,
  listContactAgencies,
  listContactMonths,
  timelineSchema,
} from '@/lib/contacts/timeline'
import { timelineEntry } from '@/lib/contacts/words'
import { today } from '@/lib/dates'
import { pagesOf } from '@/lib/paging'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'
import { TimelineFilters } from './filters'

export const metadata: Metadata = { title: 'Timeline' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * What happened, across agencies, as far as this reader may see; what others hold is shown as held.
 */
export default async function TimelinePage({ params, searchParams }: Props) {
  const search = await searchParams
  const ask = timelineSchema.parse(search)
  const {
    viewer,
    strip: identity,
    personId,
    asked,
  } = await withPerson(params, 'timeline', async (scope, { personId: id }) => ({
    timeline: await getTimeline(scope, id, ask),
    agencies: await listContactAgencies(scope, id),
    kinds: (await currentCodes(scope, ['contact_kind'], { retired: true })).contact_kind ?? [],
    counts: await listContactMonths(scope, id),
  }))
  const { timeline, agencies, kinds, counts } = asked
  const here = `/people/${personId}/timeline`
  const chosen = {
    ...(ask.kind && { kind: ask.kind }),
    ...(ask.agency && { agency: ask.agency }),
    ...(ask.major && { major: ask.major }),
  }
  const filters = { ...chosen, ...(ask.month && { month: ask.month }) }
  const addressAt = (month: PlainMonth | null, anchor = '#happened') => {
    const search = new URLSearchParams({ ...chosen, ...(month && { month }) }).toString()
    return `${here}${search ? `?${search}` : ''}${anchor}`
  }
  const strip = stripOf(filtered(counts, ask), today(), ask.month)
  const all = tallyOf(counts)
  return (
    <PersonPage viewer={viewer} strip={identity} contacts={totalOf(all)} printAs="working">
      <div className="grid max-w-4xl gap-5">
        {totalOf(all) > 0 ? (
          <Card title={findingOf(strip)} titleId="months">
            <MonthStrip strip={strip} hrefOf={addressAt} asked={ask.month} />
            <OtherMonths strip={strip} addressAt={addressAt} />
          </Card>
        ) : null}
        <Card title="What has happened" titleId="happened">
          <p className="mb-4 text-note text-muted">
            {totalOf(all)} from what you can see, {all.tried} of them tried and not seen.
          </p>
          <TimelineFilters action={here} ask={ask} agencies={agencies} kinds={kinds} />
          {ask.month ? (
            <p className="mb-4">
              From the end of {monthName(ask.month)} back.{' '}
              <Link href={addressAt(null)}>From the newest</Link>
            </p>
          ) : null}
          <Timeline
            entries={timeline.contacts.map((contact) => timelineEntry(contact, personId))}
            empty={<Link href={`/people/${personId}/contacts/new`}>Record a contact</Link>}
          />
          <Pagination
            of="contacts"
            {...pagesOf({
              ...{ path: here, filters, place: ['day', 'after'], asked: search },
              next: timeline.next,
            })}
          />
        </Card>
      </div>
    </PersonPage>
  )
}

type OtherMonthsProps = {
  strip: MonthsShown
  addressAt: (month: PlainMonth | null, anchor: string) => string
}

/** The twelve months before and after, where there is something to see. */
function OtherMonths({ strip: { earlier, later, months }, addressAt }: OtherMonthsProps) {
  if (!earlier && !later) return null
  return (
    <p className="no-print mt-3 flex gap-6 text-note">
      {earlier ? (
        <Link href={addressAt(earlier, '')}>Before {monthName(months[0] ?? earlier)}</Link>
      ) : null}
      {later ? (
        <Link href={addressAt(later, '')}>After {monthName(months.at(-1) ?? later)}</Link>
      ) : null}
    </p>
  )
}
