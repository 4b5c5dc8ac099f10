import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { EmptyState } from '@/components/ui/empty-state'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getCaseload, listColleagues } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import { rowName } from '@/lib/caseload/words'
import { today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { AT_ONCE } from '@/lib/handovers/schema'
import { HandoverForm } from './form'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A manager hands several of one list over at once: who leaves, or whose work is too much. */
export default async function HandSeveralPage({ searchParams }: Props) {
  const { show, worker, team } = caseloadSchema.parse(await searchParams)
  const asked = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'worker:allocate') || !can(scope.viewer, 'handover:ask')) return null
    const ask = { show, worker, team, sort: 'name' as const, after: undefined }
    return {
      viewer: scope.viewer,
      caseload: await getCaseload(scope, ask, AT_ONCE),
      colleagues: await listColleagues(scope),
    }
  }, '/caseload')
  if (!asked) notFound()
  const { viewer, caseload, colleagues } = asked
  return (
    <SubPage
      viewer={viewer}
      title="Hand several over"
      about="Each waits until both colleagues have said so. Who has left need not."
      back={{ href: '/caseload', label: 'the caseload' }}
    >
      {caseload.rows.length === 0 ? (
        <EmptyState title="Nobody is in this list." />
      ) : (
        <HandoverForm
          people={caseload.rows.map((row) => ({
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
    </SubPage>
  )
}
