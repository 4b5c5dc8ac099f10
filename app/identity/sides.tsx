import { Card } from '@/components/ui/card'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import type { PairRow, Side } from '@/lib/identity/view'
import { compared } from '@/lib/identity/words'

type OneSideProps = { side: Side; against: Side; no: number; note?: string }

function OneSide({ side, against, no, note }: OneSideProps) {
  const rows = compared(side, against).map(({ term, values, none }) => ({
    term,
    value:
      values.length === 0
        ? none
        : values.map(({ text, differs }) => (
            <span key={text} className="flex flex-wrap items-baseline gap-x-2">
              {differs ? (
                <mark className="keep-colour bg-caution-wash font-bold text-ink">{text}</mark>
              ) : (
                text
              )}
              {differs ? <Tag tone="caution">differs</Tag> : null}
            </span>
          )),
  }))
  return (
    <Card title={`Record ${no}: ${side.agency}`} titleId={`record-${no}`}>
      {note ? <p className="-mt-2 mb-3 text-note text-muted">{note}</p> : null}
      {side.typed ? (
        <p className="mb-3">
          <Tag>typed by hand</Tag> No machine links on its word.
        </p>
      ) : null}
      <SummaryList rows={rows} />
    </Card>
  )
}

type SidesProps = {
  pair: PairRow
  beside?: readonly (Side & { beside: 'one' | 'other' })[]
}

/** Two records side by side, with what one says otherwise than the other marked; then the rest. */
export function Sides({ pair: { one, other }, beside = [] }: SidesProps) {
  return (
    <div className="mb-5 grid gap-5 md:grid-cols-2">
      <OneSide side={one} against={other} no={1} />
      <OneSide side={other} against={one} no={2} />
      {beside.map((side, index) => (
        <OneSide
          key={index}
          side={side}
          against={side.beside === 'one' ? other : one}
          no={index + 3}
          note={`Linked already with record ${side.beside === 'one' ? 1 : 2}`}
        />
      ))}
    </div>
  )
}
