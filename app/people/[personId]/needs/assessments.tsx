import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { NDTA_ITEMS } from '@/lib/needs/ndta'
import { formatDate, londonDate } from '@/lib/dates'

type Assessment = {
  id: string
  agencyId: string
  tool: string
  assessedOn: Date
  total: number
  items: { item: number; score: number }[]
}

/**
 * NDTA assessments side by side, item by item; higher is harder. Here only, never on the overview.
 */
export function Assessments({
  assessments,
  addHref,
  withdrawHref,
  ours,
}: {
  assessments: Assessment[]
  addHref: string | undefined
  /** Where one of our own is taken back, before its id; left out for who may not. */
  withdrawHref: string | undefined
  /** The reader's own agency. */
  ours: string
}) {
  const shown = assessments.slice(0, 3)
  return (
    <Card
      title="New Directions Team Assessment"
      titleId="ndta"
      more={
        addHref ? (
          <ButtonLink href={addHref} tone="secondary">
            Assess
          </ButtonLink>
        ) : undefined
      }
    >
      {shown.length === 0 ? (
        <EmptyState title="None that you can see." />
      ) : (
        <Table
          caption="Scores by item; higher is harder"
          captionHidden
          rows={NDTA_ITEMS}
          rowKey={({ item }) => String(item)}
          columns={[
            { key: 'item', title: 'Item', heading: true, cell: ({ label }) => label },
            ...shown.map((assessment) => ({
              key: assessment.id,
              title: formatDate(londonDate(assessment.assessedOn)),
              number: true,
              cell: ({ item }: { item: number }) =>
                assessment.items.find((one) => one.item === item)?.score ?? 'not scored',
            })),
          ]}
        />
      )}
      {withdrawHref && shown.some(({ agencyId }) => agencyId === ours) ? (
        <p className="no-print mt-3 flex flex-wrap gap-x-5 text-note">
          {shown
            .filter(({ agencyId }) => agencyId === ours)
            .map(({ id, assessedOn }) => (
              <Link key={id} href={`${withdrawHref}/${id}`}>
                Withdraw that of {formatDate(londonDate(assessedOn))}
              </Link>
            ))}
        </p>
      ) : null}
      <p className="mt-3 text-note text-muted">
        About the last month. For the conversation about one person; no list is ordered by it.
      </p>
    </Card>
  )
}
