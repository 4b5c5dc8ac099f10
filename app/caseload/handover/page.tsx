import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { FormTitle } from '@/components/form/form-title'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getCaseload, listColleagues } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import { rowName } from '@/lib/caseload/words'
import { today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { listHandovers } from '@/lib/handovers/queries'
import { AT_ONCE } from '@/lib/handovers/schema'
import { pagesOf } from '@/lib/paging'
import { HandoverForm } from './form'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A manager hands several of one list over at once: who leaves, or whose work is too much. */
export default async function HandSeveralPage({ searchParams }: Props) {
  const address = await searchParams
  const { show, worker, team, after } = caseloadSchema.parse(address)
  const asked = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'worker:allocate') || !can(scope.viewer, 'handover:ask')) return null
    const ask = { show, worker, team, sort: 'name' as const, after }
    return {
      viewer: scope.viewer,
      caseload: await getCaseload(scope, ask, AT_ONCE),
      colleagues: await listColleagues(scope),
      waiting: (await listHandovers(scope)).map((one) => one.involvement_id),
    }
  }, '/caseload')
  if (!asked) notFound()
  const { viewer, caseload, colleagues, waiting } = asked
  const rows = caseload.rows.filter(({ involvementId }) => !waiting.includes(involvementId))
  const filters = { show, ...(worker && { worker }), ...(team && { team }) }
  return (
    <SubPage
      viewer={viewer}
      title="Hand several over"
      about="Each waits until both colleagues have said so. Who has left need not."
      back={{ href: '/caseload', label: 'the caseload' }}
    >
      {rows.length === 0 ? (
        <>
          <FormTitle title="Hand several over" wrong={false} />
          <EmptyState title="Nobody here is without a handover that waits." />
        </>
      ) : (
        <HandoverForm
          people={rows.map((row) => ({
            value: row.involvementId,
            label: rowName(row),
            hint: row.worker ? `with ${row.worker}` : 'not allocated',
          }))}
          colleagues={colleagues
            .filter(({ userId }) => userId !== worker)
            .map(({ userId, name }) => ({ value: userId, label: name }))}
          values={dateValues('movesOn', today())}
          formKey={randomUUID()}
        />
      )}
      <Pagination
        of="people"
        {...pagesOf({
          ...{ path: '/caseload/handover', filters, place: ['after'], asked: address },
          next: caseload.next ? { after: caseload.next } : null,
        })}
      />
    </SubPage>
  )
}
