import { CellTable } from '@/components/insight/cell-table'
import { TOTAL } from '@/lib/insight/programme'
import type { Profile } from '@/lib/insight/rules/protection-profiles'
import { marginOf, showCount } from '@/lib/insight/shown'
import type { TableView } from '@/lib/insight/table-view'

type Props = {
  view: TableView
  profile: Profile
  /** The same table in an earlier publication; beside a table of one column alone. */
  before: { no: number; view: TableView } | null
}

/** Every figure of a declared table; with one column, the earlier publication's beside it. */
export function FigureRows({ view, profile, before }: Props) {
  const shown = (value: number | null | undefined) => showCount(value ?? null, profile).text
  const beside = view.columns.length === 1 ? before : null
  return (
    <>
      <CellTable
        id="all-figures"
        caption={`${view.table.title}: all figures`}
        captionHidden
        rowHeading={view.rowHeading}
        columns={[
          ...view.columns,
          ...(beside ? [{ key: 'before', label: `Publication ${beside.no}` }] : []),
        ]}
        rows={view.rows.map(({ key, label, values }) => ({
          ...{ key, label, isTotal: key === TOTAL },
          cells: [
            ...values.map(shown),
            ...(beside ? [shown(beside.view.rows.find((row) => row.key === key)?.values[0])] : []),
          ],
        }))}
      />
      <p className="mt-3 text-small text-muted">
        Each figure is altered by itself, so rows and columns need not add up. A difference under{' '}
        {marginOf(profile)} means nothing. A published 0 may be up to {shown(0).split(' ').at(-1)}{' '}
        people.
      </p>
    </>
  )
}
