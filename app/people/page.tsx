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
import type { Scope, Viewer } from '@/lib/db'
import { pagesOf } from '@/lib/paging'
import { askLastBeyond, getSearch } from '@/lib/search/page'
import { findFromBar } from './actions'
import { SearchResults } from './search-results'

export const metadata: Metadata = { title: 'People' }

/** Everybody of one's teams is for those who may look for people; the others have those named. */
const isWhole = (viewer: Viewer, whose: unknown) => whose === 'team' && can(viewer, 'person:search')

/** Why the list is empty, and what this reader can do about it. */
function Nobody({ viewer, whole }: { viewer: Viewer; whole: boolean }) {
  if (can(viewer, 'person:search'))
    return (
      <EmptyState
        title={whole ? 'Your teams work with nobody yet.' : 'Nobody is allocated to you yet.'}
      >
        Find somebody above, or add a person.
      </EmptyState>
    )
  if (can(viewer, 'contact:record'))
    return (
      <EmptyState title="Nobody is allocated to you yet.">
        Your manager says whom you work with.
      </EmptyState>
    )
  return (
    <EmptyState title="You work with nobody by name.">
      Records that are yours to look after are under “Waits for you” and “Same person?”.
    </EmptyState>
  )
}

const mayAskBeyond = async (scope: Scope) =>
  can(scope.viewer, 'person:search') && (await askLastBeyond(scope)) ? 'asked' : 'not'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/**
 * Find a person; and my own people. What was searched for is kept with the user, never in the
 * address.
 */
export default async function PeoplePage({ searchParams }: Props) {
  const asked = await searchParams
  const beyond = asked.beyond === 'yes' ? await asViewer(mayAskBeyond, '/people') : null
  const { viewer, search, mine } = await asViewer(async (scope: Scope) => {
    if (!can(scope.viewer, 'person:open')) return { viewer: scope.viewer, search: null, mine: null }
    const ask = caseloadSchema.parse({ sort: 'name', ...asked })
    return {
      viewer: scope.viewer,
      search: can(scope.viewer, 'person:search') ? await getSearch(scope, beyond) : null,
      mine: await getCaseload(scope, {
        ...ask,
        show: 'all',
        worker: isWhole(scope.viewer, asked.whose) ? undefined : scope.viewer.userId,
      }),
    }
  }, '/people')
  if (!mine) notFound()
  const now = today()
  const whole = isWhole(viewer, asked.whose)
  const records = can(viewer, 'contact:record')
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
            <PersonSearch
              id="find-here"
              search={findFromBar}
              typed={search?.typed}
              ground="card"
              className="max-w-2xl"
            />
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
            can(viewer, 'person:search') ? (
              <Link href={whole ? '/people' : '/people?whose=team'}>
                {whole ? 'Only mine' : 'Everybody in my teams'}
              </Link>
            ) : undefined
          }
        >
          {mine.rows.length === 0 ? (
            <Nobody viewer={viewer} whole={whole} />
          ) : (
            <ul className="divide-y divide-line">
              {mine.rows.map((row) => {
                const seen = rowSeen(row, now)
                const next = rowNext(row, now)
                return (
                  <li
                    key={row.personId}
                    className="grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[1.4fr_1fr_1fr_auto]"
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
                      Next: {row.nextAt ? next.words : next.about}
                      {row.nextAt ? <span className="block text-muted">{next.about}</span> : null}
                    </span>
                    {records ? (
                      <Link href={`/people/${row.personId}/contacts/new`} className="text-note">
                        Record a contact<span className="sr-only"> with {rowName(row)}</span>
                      </Link>
                    ) : null}
                  </li>
                )
              })}
            </ul>
          )}
          <Pagination
            of="people"
            {...pagesOf({
              ...{ path: '/people', place: ['after'], asked },
              ...(whole && { filters: { whose: 'team' } }),
              next: mine.next ? { after: mine.next } : null,
            })}
          />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
