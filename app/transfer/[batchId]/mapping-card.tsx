import { randomUUID } from 'node:crypto'
import { Card } from '@/components/ui/card'
import { DATE_FIELDS } from '@/lib/transfer/suggest'
import type { Batch } from '@/lib/transfer/queries'
import type { Suggestion } from '@/lib/transfer/suggest'
import { MappingForm } from './mapping-form'

/** The columns of a file with what they were taken for, to be looked at and changed. */
export function MappingCard({ batch, suggestion }: { batch: Batch; suggestion: Suggestion }) {
  const { mapping, columns } = suggestion
  const chosen = columns.map((_, at) => mapping.columns[at] ?? '')
  const orders = chosen.map((field, at) =>
    DATE_FIELDS.has(field) ? (mapping.dateOrders[String(at)] ?? mapping.dateOrder) : '',
  )
  return (
    <Card title="How this file is read" titleId="mapping" className="mb-5">
      <MappingForm
        batch={batch.id}
        shape={batch.shape}
        teams={batch.teams}
        formKey={randomUUID()}
        columns={columns.map(({ heading, examples, doubt }, at) => ({
          ...{ heading, examples, doubt },
          dates: DATE_FIELDS.has(chosen[at] ?? '') || (mapping.columns[at] ?? '') === '',
        }))}
        values={{
          columns: chosen,
          orders,
          nameOrder: mapping.nameOrder,
          kind: batch.listKind,
          team: batch.teamId,
        }}
      />
    </Card>
  )
}
