import { CellTable } from '@/components/insight/cell-table'
import { Card } from '@/components/ui/card'
import { hardEdges } from '@/lib/insight/benchmarks-data'
import { besideNational } from '@/lib/insight/beside-national'
import type { Profile } from '@/lib/insight/rules/protection-profiles'
import type { TableView } from '@/lib/insight/table-view'

type Props = { view: TableView; profile: Profile; place: string }

/** The published national figure beside ours, named and dated; nothing where none fits. */
export function NationalBeside({ view, profile, place }: Props) {
  const lines = besideNational(view, profile)
  if (!lines || lines.length === 0) return null
  return (
    <Card title="Beside the national figure" titleId="national">
      <CellTable
        id="beside"
        caption="Of people in any of homelessness, substance use and justice, in how many of the three"
        rowHeading="Of the three"
        columns={[
          { key: 'national', label: hardEdges.name },
          { key: 'ours', label: place },
        ]}
        rows={lines.map(({ key, words, national, ours }) => ({
          ...{ key, label: words, cells: [national, ours] },
        }))}
      />
      <p className="mt-3 text-small text-muted">
        Published in {hardEdges.published}, of {hardEdges.counted}. {hardEdges.caution}
      </p>
    </Card>
  )
}
