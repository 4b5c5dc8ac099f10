import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { formatDateTime } from '@/lib/dates'
import { historySchema, listChanges, type Change } from '@/lib/history/queries'
import { fieldWords, thingWords, valueWords } from '@/lib/history/words'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'

export const metadata: Metadata = { title: 'History' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What was changed, by whom and when; old values only where the entry itself may be read. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const { after } = historySchema.parse(await searchParams)
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
          <EmptyState title="Nothing that you can see has been changed since it was written." />
        ) : (
          <ol className="divide-y divide-line">
            {asked.changes.map((change) => (
              <OneChange key={change.id} change={change} />
            ))}
          </ol>
        )}
        <Pagination
          of="changes"
          previous={after ? here : undefined}
          next={asked.next ? `${here}?after=${asked.next}` : undefined}
        />
        <p className="mt-4 text-note text-muted">
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
