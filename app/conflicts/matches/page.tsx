import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { Done } from '@/app/done'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { listBars, listDeclared, listMatches } from '@/lib/conflicts/queries'
import { formatDate } from '@/lib/dates'
import { BarsTable } from '../bars-table'
import { BarForm } from '../forms'

const news = {
  barred: 'They can no longer open that person, on any ground.',
  lifted: 'The bar is lifted. They can open that person if their work lets them.',
}

export const metadata = { title: 'Conflicts to look at' }

/**
 * The custodian's report: what users declared, and users who could open somebody of their own name
 * or number.
 */
export default async function MatchesPage() {
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'limited:review')) return null
    return {
      viewer: scope.viewer,
      matches: await listMatches(scope),
      declared: await listDeclared(scope),
      bars: await listBars(scope),
    }
  }, '/conflicts/matches')
  if (!found) notFound()
  const { viewer, matches, declared, bars } = found
  return (
    <SubPage
      viewer={viewer}
      title="Conflicts to look at"
      about="A shared surname is often chance. Ask the user before you bar, or bar first where it cannot wait."
      back={{ href: '/conflicts', label: 'your own declaration' }}
      width="wide"
    >
      <Done news={news} />
      <h2 className="mb-3 text-heading-m">Declared</h2>
      {declared.length === 0 ? (
        <EmptyState title="Nobody has named anybody." />
      ) : (
        <Table
          caption="Declared"
          captionHidden
          rows={declared}
          rowKey={({ user_id }) => user_id}
          columns={[
            { key: 'who', title: 'User', heading: true, cell: ({ name }) => name },
            { key: 'agency', title: 'Agency', cell: ({ agency }) => agency },
            {
              key: 'names',
              title: 'Whom they must not see, in their words',
              cell: ({ names }) => <span className="whitespace-pre-line">{names}</span>,
            },
            { key: 'when', title: 'When', cell: ({ declared_at }) => formatDate(declared_at) },
          ]}
        />
      )}
      <h2 className="mt-8 mb-3 text-heading-m">Found</h2>
      {matches.length === 0 ? (
        <EmptyState title="No user can open anybody of their own surname or telephone number." />
      ) : (
        <Table
          caption="Found"
          captionHidden
          rows={matches}
          rowKey={({ user_id, person_id, why }) => `${user_id}/${person_id}/${why}`}
          columns={[
            { key: 'who', title: 'User', heading: true, cell: ({ name }) => name },
            { key: 'agency', title: 'Agency', cell: ({ agency }) => agency },
            {
              key: 'person',
              title: 'Can open',
              cell: ({ person }) => person ?? 'Somebody without a name',
            },
            { key: 'why', title: 'Because of', cell: ({ why }) => why },
            {
              key: 'do',
              title: <span className="sr-only">Bar</span>,
              cell: ({ user_id, person_id, name, person }) => (
                <BarForm
                  user={user_id}
                  person={person_id}
                  words={`Bar ${name} from ${person ?? 'this person'}`}
                  formKey={randomUUID()}
                />
              ),
            },
          ]}
        />
      )}
      <h2 className="mt-8 mb-3 text-heading-m">Barred now</h2>
      <BarsTable bars={bars} />
    </SubPage>
  )
}
