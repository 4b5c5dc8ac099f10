import { Card } from '@/components/ui/card'
import { NotKnown } from '@/components/ui/not-known'
import type { PropositionWords } from '@/lib/propositions/schema'
import { sectorOf } from '@/lib/propositions/words'

/** Who would take part, what each would change, and what it costs and saves them. */
export function Partners({ partners }: Pick<PropositionWords, 'partners'>) {
  return (
    <Card title="Who changes what, who pays and who saves" titleId="partners">
      <ul className="divide-y divide-line">
        {partners.map(({ name, sector, changes, pays, saves }) => (
          <li key={name} className="break-inside-avoid py-3">
            <h3 className="font-bold wrap-anywhere">{name}</h3>
            <p className="text-note text-muted">{sectorOf(sector)}</p>
            <p className="mt-1 wrap-anywhere">{changes}</p>
            <dl className="mt-1">
              {(
                [
                  ['Costs them', pays],
                  ['Saves them', saves],
                ] as const
              ).map(([term, value]) => (
                <div key={term} className="flex gap-3">
                  <dt className="w-28 shrink-0 text-muted">{term}</dt>
                  <dd className="min-w-0 wrap-anywhere">{value ?? <NotKnown asked={false} />}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Card>
  )
}
