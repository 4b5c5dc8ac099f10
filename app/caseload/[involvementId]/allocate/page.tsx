import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { EmptyState } from '@/components/ui/empty-state'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getAllocation } from '@/lib/caseload/allocate'
import { caseloadFilters } from '@/lib/caseload/allocate-schema'
import { id } from '@/lib/fields'
import { AllocateForm } from './form'

type Props = {
  params: Promise<{ involvementId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A manager gives a person of the team to one of its practitioners. */
export default async function AllocatePage({ params, searchParams }: Props) {
  const { involvementId } = await params
  const { filters: asked } = await searchParams
  const filters = caseloadFilters(typeof asked === 'string' ? asked : '')
  if (!id().safeParse(involvementId).success) notFound()
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'worker:allocate')) return null
    const asked = await getAllocation(scope, involvementId)
    return asked && { viewer: scope.viewer, asked }
  }, '/caseload')
  if (!found) notFound()
  const { viewer, asked: allocation } = found
  return (
    <SubPage
      viewer={viewer}
      title="Choose a practitioner"
      about={`${allocation.name}, ${allocation.now ? `now with ${allocation.now}` : 'not allocated'}`}
      back={{ href: `/caseload?${filters}`, label: 'the caseload' }}
    >
      {allocation.colleagues.length === 0 ? (
        <EmptyState title="Nobody in this team can take people on." />
      ) : (
        <AllocateForm
          involvement={involvementId}
          colleagues={allocation.colleagues}
          filters={filters}
          formKey={randomUUID()}
        />
      )}
    </SubPage>
  )
}
