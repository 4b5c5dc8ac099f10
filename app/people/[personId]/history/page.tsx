import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { formatDateTime } from '@/lib/dates'
import { historySchema, listChanges, type Change } from '@/lib/history/queries'
import { fieldWords, thingWords, valueWords } from '@/lib/history/words'
import { pagesOf } from '@/lib/paging'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'

export const metadata: Metadata = { title: 'History' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What our own agency has changed, by whom and when; what others changed is theirs to tell. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const search = await searchParams
  const { after } = historySchema.parse(search)
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'history',
    (scope, { personId: id }) => listChanges(scope, id, after),
  )
  const here = `/people/${personId}/history`
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <Card title="What has been changed" titleId="changes" className="max-w-4xl">
        {asked.changes.length === 0 ? (
          <EmptyState title="Nothing that your agency wrote has been changed since." />
        ) : (
          <ol className="divide-y divide-line">
            {asked.changes.map((change) => (
              <OneChange key={change.id} change={change} />
            ))}
          </ol>
        )}
        <Pagination
          of="changes"
          {...pagesOf({
            ...{ path: here, place: ['after'], asked: search },
            next: asked.next ? { after: asked.next } : null,
          })}
        />
        <p className="mt-4 text-note text-muted">
          Only what your own agency wrote: what others have put right or taken back is theirs.
          Corrected words stand with their earlier versions on each contact’s own page.
        </p>
      </Card>
    </PersonPage>
  )
}

function OneChange({ change }: { change: Change }) {
  const fields = Object.keys(change.after ?? change.before ?? {})
  return (
    <li className="py-3">
      <p>
        <strong>{thingWords(change.tableName)}</strong>
        <span className="text-note text-muted">
          {' '}
          {formatDateTime(change.at)}, {[change.who, change.agency].filter(Boolean).join(', ')}
        </span>
      </p>
      <ul className="text-note">
        {fields.map((field) => (
          <li key={field}>
            {fieldWords(field)}:{' '}
            <del className="text-muted">{valueWords(change.before?.[field])}</del>, now{' '}
            {valueWords(change.after?.[field])}
          </li>
        ))}
      </ul>
    </li>
  )
}
