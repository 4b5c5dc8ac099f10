import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { findFromBar } from '@/app/people/actions'
import { openDraft } from '@/app/open-draft'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import type { Scope } from '@/lib/db'
import { getDraft } from '@/lib/drafts/queries'
import { formInput, textOf, type FormValues } from '@/lib/form-state'
import { findLikely, myTeams } from '@/lib/identity/new-person'
import { newPersonSchema } from '@/lib/identity/new-person-schema'
import { parseSearch } from '@/lib/search/parse'
import { splitName } from '@/lib/transfer/names'
import { NewPersonForm } from './form'
import { Likely } from './likely'

export const metadata: Metadata = { title: 'Add a person' }

// A search longer ago was for somebody else.
const searchHoldsMs = 60 * 60 * 1000

type Props = { searchParams: Promise<{ look?: string }> }

async function whatIsKnown(scope: Scope, look: boolean) {
  const teams = await myTeams(scope)
  const { draft, kept } = await openDraft(scope, { form: 'new-person', path: '/people/new' })
  if (kept) {
    const parsed = newPersonSchema.safeParse(formInput(kept))
    const likely = look && parsed.success ? await findLikely(scope, parsed.data) : []
    // Kept by the form itself to show who may be the same: nothing was lost and is back.
    const { restored: _restored, ...asked } = draft
    return { teams, likely, values: kept, draft: look ? asked : draft }
  }
  const search = await getDraft(scope, 'search')
  const recent = search && Date.now() - search.savedAt.getTime() < searchHoldsMs
  const typed = recent ? textOf(search.values, 'q').trim() : ''
  return { teams, likely: [], values: typed ? fromSearch(typed) : null, draft }
}

/** What was searched for, as the form's first values. */
function fromSearch(typed: string): FormValues {
  const { name, births } = parseSearch(typed)
  const { given, middle, family } = splitName(name, 'given_first')
  const [year = '', month = '', day = ''] = (births[0] ?? '').split('-')
  const part = (text: string) => String(Number(text) || '')
  return {
    ...{ given, middle, family, 'birth-year': part(year) },
    ...{ 'birth-month': part(month), 'birth-day': part(day) },
  }
}

/** Somebody new. A search comes first, always: the commonest new person is one already here. */
export default async function NewPersonPage({ searchParams }: Props) {
  const { look } = await searchParams
  const { viewer, known } = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'person:create')) return { viewer: scope.viewer, known: null }
    return { viewer: scope.viewer, known: await whatIsKnown(scope, look === 'yes') }
  }, '/people/new')
  if (!known) notFound()
  const { teams, likely, values, draft } = known
  const one: FormValues = teams.length === 1 ? { team: teams[0]?.id ?? '' } : {}
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Add a person" width="reading">
        {values ? (
          <>
            {likely.length > 0 ? <Likely found={likely} /> : null}
            <Card>
              <NewPersonForm
                formKey={randomUUID()}
                values={{ ...one, ...values }}
                draft={draft}
                teams={teams}
                looked={likely.length > 0}
              />
            </Card>
          </>
        ) : (
          <Card title="Look for them first" titleId="first">
            <form action={findFromBar} className="flex flex-wrap gap-3">
              <label htmlFor="find-first" className="sr-only">
                Name, date of birth or number
              </label>
              <input id="find-first" name="q" autoComplete="off" className="field max-w-md" />
              <Button type="submit">Look</Button>
            </form>
            <p className="mt-2 text-note text-muted">
              Most people are here already. When the search finds nobody, come back to add them.
            </p>
          </Card>
        )}
        <p className="mt-5">
          <Link href="/people/new/unnamed">Add somebody whose name is not known</Link>
        </p>
      </PageBody>
    </ViewerPage>
  )
}
