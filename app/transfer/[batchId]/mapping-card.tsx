import { randomUUID } from 'node:crypto'
import { Card } from '@/components/ui/card'
import { InsetText } from '@/components/ui/inset-text'
import { DATE_FIELDS } from '@/lib/transfer/suggest'
import type { Batch } from '@/lib/transfer/queries'
import type { Suggestion } from '@/lib/transfer/suggest'
import { HeadingForm } from './heading-form'
import { MappingForm } from './mapping-form'

/** The columns of a file with what they were taken for, to be looked at and changed. */
export function MappingCard({ batch, suggestion }: { batch: Batch; suggestion: Suggestion }) {
  const { mapping, columns } = suggestion
  const chosen = columns.map((_, at) => mapping.columns[at] ?? '')
  const orders = chosen.map((field, at) =>
    DATE_FIELDS.has(field) ? (mapping.dateOrders[String(at)] ?? mapping.dateOrder) : '',
  )
  const doubtful = columns.filter(({ field, doubt }) => field !== '' && doubt !== null)
  return (
    <Card title="How this file is read" titleId="mapping" className="mb-5">
      {doubtful.length > 0 ? (
        <InsetText tone="caution">
          <p className="mb-2 font-bold">Look at these columns first</p>
          <ul className="list-disc pl-5">
            {doubtful.map(({ heading, doubt }) => (
              <li key={heading}>
                {heading}: {doubt}
              </li>
            ))}
          </ul>
        </InsetText>
      ) : null}
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
          // Who will see these people is chosen, never given.
          kind: batch.read ? batch.listKind : '',
          team: batch.read ? batch.teamId : '',
        }}
      />
      <div className="mt-8 border-t border-line pt-5">
        <h3 className="mb-2 text-heading-s">Where the headings are</h3>
        <p>
          {batch.headingLine > 1
            ? `The headings were found on line ${batch.headingLine}. What stands above them is left out.`
            : 'The headings were found on line 1.'}
        </p>
        {batch.top.length > 1 ? (
          <HeadingForm
            batch={batch.id}
            formKey={randomUUID()}
            line={batch.headingLine}
            lines={batch.top}
          />
        ) : null}
      </div>
    </Card>
  )
}
