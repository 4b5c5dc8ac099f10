import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlacePage } from '@/app/place/place-page'
import { Button, ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { NEED_DOMAINS } from '@/lib/codes'
import { listInstitutions } from '@/lib/institutions/queries'
import { institutionAskSchema, SECTORS, type InstitutionAsk } from '@/lib/institutions/schema'
import { pagesOf } from '@/lib/paging'
import { InstitutionList } from './institution-list'

export const metadata: Metadata = { title: 'Institutions' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Public, private, social and informal institutions of the place. */
export default async function InstitutionsPage({ searchParams }: Props) {
  const asked = await searchParams
  const ask = institutionAskSchema.parse(asked)
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'place:view')) return null
    return { viewer: scope.viewer, ...(await listInstitutions(scope, ask)) }
  }, '/place/institutions')
  if (!found) notFound()
  const { viewer, institutions, next } = found
  const filters = Object.fromEntries(
    Object.entries(ask).flatMap(([name, value]) =>
      value === undefined || name === 'at' ? [] : [[name, String(value)]],
    ),
  )
  return (
    <PlacePage
      viewer={viewer}
      title="Institutions"
      about={`Who there is in ${viewer.place}, as they and their partners say. Nothing here is about anybody.`}
      actions={
        can(viewer, 'place:curate') ? (
          <ButtonLink href="/place/institutions/new">Add an institution</ButtonLink>
        ) : undefined
      }
    >
      <Card className="no-print mb-5">
        <Filters ask={ask} />
      </Card>
      <Card title="Those confirmed lately first" titleId="found">
        {institutions.length === 0 ? (
          <EmptyState title="No institution fits.">
            Leave something out, or <Link href="/place/institutions">see all institutions</Link>.
          </EmptyState>
        ) : (
          <InstitutionList institutions={institutions} agencyId={viewer.agencyId} />
        )}
        <Pagination
          of="institutions"
          {...pagesOf({ path: '/place/institutions', filters, place: ['at'], asked, next })}
        />
      </Card>
    </PlacePage>
  )
}

const asOptions = (list: readonly { key: string; label: string }[]) =>
  list.map(({ key, label }) => ({ value: key, label }))

function Filters({ ask }: { ask: InstitutionAsk }) {
  return (
    <form method="get" action="/place/institutions">
      <div className="grid grid-cols-1 items-end gap-4 *:mb-0 sm:grid-cols-2 xl:grid-cols-4">
        <Select
          id="sector"
          name="sector"
          label="Sector"
          labelSize="s"
          empty="Any sector"
          options={asOptions(SECTORS)}
          defaultValue={ask.sector ?? ''}
        />
        <Select
          id="need"
          name="need"
          label="Need it helps with"
          labelSize="s"
          empty="Any need"
          options={asOptions(NEED_DOMAINS)}
          defaultValue={ask.need ?? ''}
        />
        <TextInput
          id="words"
          name="words"
          label="Words"
          labelSize="s"
          maxLength={100}
          defaultValue={ask.words}
        />
        <div className="flex flex-wrap items-center gap-5">
          <Button type="submit">Find</Button>
          <Link href="/place/institutions">Clear</Link>
        </div>
      </div>
    </form>
  )
}
