import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import type { Party } from '@/lib/agreements/queries'
import { lastDay, REGIMES } from '@/lib/agreements/rules'
import { labelOf } from '@/lib/codes'
import { formatDate } from '@/lib/dates'

type Props = {
  parties: Party[]
  at: string
  /** An officer of a party is looking, and of which. */
  officer: boolean
  mine: string
  now: Date
}

type Grounds = Pick<
  Party,
  | 'lawfulBasis'
  | 'conditions'
  | 'confidenceLiftedBy'
  | 'regime'
  | 'contact'
  | 'signatory'
  | 'signedOn'
>

/** On which grounds an agency is, or is asked to be, a party: rows of a list. */
export const groundsRows = (party: Grounds) => [
  { term: 'Lawful basis', value: party.lawfulBasis },
  {
    term: 'Conditions (Art. 9 and 10)',
    value: <span className="whitespace-pre-line">{party.conditions}</span>,
  },
  { term: 'What lifts the duty of confidence', value: party.confidenceLiftedBy },
  { term: 'Held under', value: labelOf(REGIMES, party.regime) },
  { term: 'Whom to ring', value: party.contact },
  {
    term: 'Signed',
    value: (
      <span className="whitespace-pre-line">
        {party.signatory}
        {`\n${formatDate(party.signedOn)}`}
      </span>
    ),
  },
]

/** Each party with its own grounds: one agreement, as many lawful bases as parties. */
export function Parties({ parties, at, officer, mine, now }: Props) {
  if (parties.length === 0) return <EmptyState title="Nobody has joined yet." />
  return parties.map((party) => {
    const { agency, joinedAt, leftAt } = party
    const left = Boolean(leftAt && leftAt <= now)
    const mayLeave = !left && officer && agency.id === mine
    return (
      <details key={party.id} className="border-b border-line py-2">
        <summary className="rounded py-1">
          <strong>{agency.name}</strong> {left ? <Tag tone="caution">has left</Tag> : null}
          <span className="block text-note text-muted sm:inline">
            {' '}
            {party.confidenceLiftedBy} · {labelOf(REGIMES, party.regime)}
          </span>
        </summary>
        <div className="mt-2 mb-3">
          <SummaryList
            rows={[
              ...groundsRows(party),
              {
                term: 'Party',
                value: `from ${formatDate(joinedAt)}${leftAt ? ` until ${formatDate(lastDay(leftAt))}` : ''}`,
              },
            ]}
          />
          {mayLeave ? (
            <p className="no-print mt-3">
              <Link href={`${at}/parties/${agency.id}/leave`}>
                {agency.name} leaves this agreement
              </Link>
            </p>
          ) : null}
        </div>
      </details>
    )
  })
}
