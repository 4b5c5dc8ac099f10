import { Card } from '@/components/ui/card'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import type { PairRow, Side } from '@/lib/identity/view'
import { compared } from '@/lib/identity/words'

type OneSideProps = { side: Side; against: Side; id: string; note?: string }

function OneSide({ side, against, id, note }: OneSideProps) {
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
    <Card title={side.agency} titleId={id}>
      {note ? <p className="-mt-2 mb-3 text-note text-muted">{note}</p> : null}
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
      <OneSide side={one} against={other} id="one" />
      <OneSide side={other} against={one} id="other" />
      {beside.map((side, index) => (
        <OneSide
          key={index}
          side={side}
          against={side.beside === 'one' ? other : one}
          id={`beside-${index}`}
          note={`Linked already with the record of ${side.beside === 'one' ? 'the left' : 'the right'}`}
        />
      ))}
    </div>
  )
}
