import { Table, type Column } from '@/components/ui/table'
import type { StatementView } from '@/lib/readiness/rules/round-view'
import { SECTORS } from '@/lib/readiness/statements'
import { sayAverage } from '@/lib/readiness/words'

const NOT_SHOWN = 'under five'
const statement: Column<StatementView> = {
  ...{ key: 'statement', title: 'Statement', heading: true },
  cell: ({ words }) => words,
}

/** The same as the picture: middle answers by sector. */
export function SpreadTable({ views }: { views: readonly StatementView[] }) {
  const columns: Column<StatementView>[] = [
    statement,
    ...SECTORS.map(({ key, label }): Column<StatementView> => ({
      ...{ key, title: label, number: true },
      cell: ({ spread }) => spread.marks.find(({ sector }) => sector === key)?.middle ?? NOT_SHOWN,
    })),
    { key: 'apart', title: 'Apart', number: true, cell: ({ spread }) => spread.apart ?? '–' },
    {
      ...{ key: 'unsure', title: 'Do not know, in 100', number: true },
      cell: ({ unsure }) => unsure ?? '–',
    },
  ]
  return (
    <Table
      caption="The middle answer of each sector, the widest apart first"
      captionHidden
      columns={columns}
      rows={views}
      rowKey={({ id }) => id}
    />
  )
}

/** Averages, for those who ask: to half a point, of the sectors that are shown. */
export function AverageTable({ views }: { views: readonly StatementView[] }) {
  const say = (average: number | null | undefined) =>
    average === null || average === undefined ? NOT_SHOWN : sayAverage(average)
  const columns: Column<StatementView>[] = [
    statement,
    ...SECTORS.map(({ key, label }): Column<StatementView> => ({
      ...{ key, title: label, number: true },
      cell: ({ averages }) => say(averages.get(key)),
    })),
    { key: 'all', title: 'Those shown', number: true, cell: ({ average }) => say(average) },
  ]
  return (
    <Table
      caption="Averages, to half a point"
      captionHidden
      columns={columns}
      rows={views.toSorted((a, b) => a.no - b.no)}
      rowKey={({ id }) => id}
    />
  )
}
