import type { Metadata } from 'next'
import { Timeline } from '@/components/person/timeline'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { currentCodes } from '@/lib/code-lists/current'
import {
  countContacts,
  getTimeline,
  listContactAgencies,
  timelineSchema,
} from '@/lib/contacts/timeline'
import { timelineEntry } from '@/lib/contacts/words'
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
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'timeline',
    async (scope, { personId: id }) => ({
      timeline: await getTimeline(scope, id, ask),
      agencies: await listContactAgencies(scope, id),
      kinds: (await currentCodes(scope, ['contact_kind'], { retired: true })).contact_kind ?? [],
      count: await countContacts(scope, id),
    }),
  )
  const { timeline, agencies, kinds, count } = asked
  const here = `/people/${personId}/timeline`
  const filters = {
    ...(ask.kind && { kind: ask.kind }),
    ...(ask.agency && { agency: ask.agency }),
    ...(ask.major && { major: ask.major }),
  }
  return (
    <PersonPage viewer={viewer} strip={strip} contacts={count.all} printAs="working">
      <Card title="What has happened" titleId="happened" className="max-w-4xl">
        <p className="mb-4 text-note text-muted">
          {count.all} from what you can see, {count.tried} of them tried and not seen.
        </p>
        <TimelineFilters action={here} ask={ask} agencies={agencies} kinds={kinds} />
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
    </PersonPage>
  )
}
