import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { PersonSearch } from '@/components/layout/person-search'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getCaseload } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import { rowAbout, rowName, rowNext, rowSeen } from '@/lib/caseload/words'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { getSearch } from '@/lib/search/page'
import { findFromBar } from './actions'
import { SearchResults } from './search-results'

export const metadata: Metadata = { title: 'People' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/**
 * Find a person; and my own people. What was searched for is kept with the user, never in the
 * address.
 */
export default async function PeoplePage({ searchParams }: Props) {
  const asked = await searchParams
  const { viewer, search, mine } = await asViewer(async (scope: Scope) => {
    if (!can(scope.viewer, 'person:open')) return { viewer: scope.viewer, search: null, mine: null }
    const ask = caseloadSchema.parse({ sort: 'name', ...asked })
    return {
      viewer: scope.viewer,
      search: can(scope.viewer, 'person:search')
        ? await getSearch(scope, asked.beyond === 'yes')
        : null,
      mine: await getCaseload(scope, {
        ...ask,
        show: 'all',
        worker: asked.whose === 'team' ? undefined : scope.viewer.userId,
      }),
    }
  }, '/people')
  if (!mine) notFound()
  const now = today()
  const whole = asked.whose === 'team'
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="People"
        actions={
          can(viewer, 'person:create') ? (
            <ButtonLink href="/people/new" tone="secondary">
              Add a person
            </ButtonLink>
          ) : undefined
        }
      >
        {can(viewer, 'person:search') ? (
          <Card className="mb-5">
            <PersonSearch id="find-here" search={findFromBar} ground="card" className="max-w-2xl" />
            <p className="mt-2 text-note text-muted">
              A name, even half of one; a date of birth; an NHS, National Insurance, CRN or PNC
              number; a postcode; a telephone number. Any mixture.
            </p>
            {search ? <SearchResults search={search} /> : null}
          </Card>
        ) : null}
        <Card
          title={whole ? 'Everybody your teams work with' : 'Your people'}
          titleId="mine"
          more={
            <Link href={whole ? '/people' : '/people?whose=team'}>
              {whole ? 'Only mine' : 'Everybody in my teams'}
            </Link>
          }
        >
          {mine.rows.length === 0 ? (
            <EmptyState
              title={whole ? 'Your teams work with nobody yet.' : 'Nobody is allocated to you yet.'}
            >
              Find somebody above, or add a person.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {mine.rows.map((row) => {
                const seen = rowSeen(row, now)
                const next = rowNext(row)
                return (
                  <li
                    key={row.personId}
                    className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[1.4fr_1fr_1fr]"
                  >
                    <span>
                      <Link href={`/people/${row.personId}`}>{rowName(row)}</Link>
                      <span className="block text-note text-muted">{rowAbout(row, now)}</span>
                    </span>
                    <span className="text-note">
                      Seen: {seen.words}
                      <span className="block text-muted">{seen.about}</span>
                    </span>
                    <span className="text-note">
                      Next: {next.words}
                      <span className="block text-muted">{next.about}</span>
                    </span>
                  </li>
                )
              })}
            </ul>
          )}
          <Pagination
            of="people"
            next={
              mine.next
                ? `/people?${new URLSearchParams({ ...(whole && { whose: 'team' }), after: mine.next })}`
                : undefined
            }
          />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
