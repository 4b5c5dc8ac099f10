import type { Metadata } from 'next'
import { MonthStrip } from '@/components/person/month-strip'
import { Timeline } from '@/components/person/timeline'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { changeEntry } from '@/lib/contacts/change-words'
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
  type Tally,
} from '@/lib/contacts/months'
import {
  getTimeline,
  listContactMonths,
  listTimelineAgencies,
  shownOf,
  timelineSchema,
} from '@/lib/contacts/timeline'
import { timelineEntry } from '@/lib/contacts/words'
import { formatMonth, today } from '@/lib/dates'
import { pagesOf } from '@/lib/paging'
import type { TimelineItem } from '@/lib/people/view'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'
import { addressAt, filtersOf } from './addresses'
import { TimelineFilters } from './filters'
import { Shown } from './shown'

export const metadata: Metadata = { title: 'Timeline' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * What happened and what changed, across agencies, as far as this reader may see; what others hold
 * is shown as held.
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
    agencies: await listTimelineAgencies(scope, id),
    kinds: (await currentCodes(scope, ['contact_kind'], { retired: true })).contact_kind ?? [],
    counts: await listContactMonths(scope, id),
  }))
  const { timeline, agencies, kinds, counts } = asked
  const here = `/people/${personId}/timeline`
  const filters = filtersOf(ask)
  const monthAt = (month: PlainMonth | null, anchor = '#happened') =>
    addressAt(here, ask, month, anchor)
  const strip = stripOf(filtered(counts, ask), today(), ask.month)
  const all = tallyOf(counts)
  const shown = shownOf(ask)
  return (
    <PersonPage viewer={viewer} strip={identity} contacts={totalOf(all)} printAs="working">
      <div className="grid max-w-4xl gap-5">
        {totalOf(all) > 0 ? (
          <Card title={findingOf(strip)} titleId="months">
            <MonthStrip strip={strip} hrefOf={monthAt} asked={ask.month} />
            <OtherMonths strip={strip} addressAt={monthAt} />
          </Card>
        ) : null}
        <Card title="What has happened" titleId="happened">
          <p className="mb-2 text-note text-muted">{countWords(all)}</p>
          <Shown here={here} ask={ask} asked={search} />
          <TimelineFilters action={here} ask={ask} agencies={agencies} kinds={kinds} />
          {ask.month ? (
            <p className="mb-4">
              From the end of {monthName(ask.month)} back.{' '}
              <Link href={monthAt(null)}>From the newest</Link>
            </p>
          ) : null}
          <Timeline
            entries={timeline.entries.map((item) => entryOf(item, personId))}
            nothing={shown === 'changes' ? 'Nothing has changed that you can see.' : undefined}
            empty={<Link href={`/people/${personId}/contacts/new`}>Record a contact</Link>}
            compact={ask.view === 'compact'}
            monthOf={formatMonth}
          />
          <Pagination
            of="entries"
            {...pagesOf({
              path: here,
              filters: { ...filters, ...(ask.month && { month: ask.month }) },
              ...{ place: ['day', 'after', 'part'], asked: search, next: timeline.next },
            })}
          />
        </Card>
      </div>
    </PersonPage>
  )
}

const entryOf = (item: TimelineItem, personId: string) =>
  item.what === 'contact' ? timelineEntry(item, personId) : changeEntry(item, personId)

/** `41 contacts from what you can see, 12 of them tried and not seen.` */
function countWords(all: Tally): string {
  const many = totalOf(all)
  const contacts = `${many} ${many === 1 ? 'contact' : 'contacts'} from what you can see`
  return many === 0 ? 'No contact that you can see.' : `${contacts}, ${all.tried} not seen.`
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
