import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, type Column } from '@/components/ui/table'
import type { Item, Round, TakingPart } from '@/lib/readiness/queries'
import { SECTORS } from '@/lib/readiness/statements'
import { labelOfSector } from '@/lib/readiness/words'
import { CloseForm, EndLinksForm } from '../forms'
import { LinksMaker } from './links-maker'

type Props = {
  round: Round
  parts: readonly TakingPart[]
  items: readonly Item[]
  leads: boolean
  newKey: () => string
}

/** A round that is open: how many were asked and have answered, and nothing of what they said. */
export function OpenRound({ round, parts, items, leads, newKey }: Props) {
  return (
    <div className="grid grid-cols-1 gap-5 xl:grid-cols-2 xl:items-start">
      <Card title="Who takes part" titleId="parts">
        <Asked round={round} parts={parts} leads={leads} newKey={newKey} />
        <ul className="mt-4">
          {SECTORS.map(({ key, label }) => (
            <li key={key}>
              {label}:{' '}
              {parts.find(({ sector, answered }) => sector === key && answered !== null)
                ?.answered ?? 0}{' '}
              have answered
            </li>
          ))}
        </ul>
        <p className="mt-3 text-note text-muted">
          Whom a link was given to is written nowhere, and nothing joins an answer to its link. Of a
          sector of which fewer than five answer, no figure is shown.
        </p>
      </Card>
      {leads ? (
        <Card title="Make links" titleId="links">
          <LinksMaker round={round.id} />
        </Card>
      ) : null}
      <Card title="What is asked" titleId="asked">
        <ol className="list-decimal space-y-1 pl-6">
          {items.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ol>
      </Card>
      {leads ? (
        <Card title="Close it" titleId="close-round" className="no-print">
          <CloseForm round={round.id} formKey={newKey()} />
        </Card>
      ) : null}
    </div>
  )
}

function Asked({ round, parts, leads, newKey }: Omit<Props, 'items'>) {
  const asked = parts.filter(({ role }) => role !== null)
  if (asked.length === 0)
    return <EmptyState title="Nobody has been asked yet.">Make links and give them out.</EmptyState>
  const columns: Column<TakingPart>[] = [
    {
      ...{ key: 'sector', title: 'Asked', heading: true },
      cell: ({ sector, role }) => (
        <>
          <span className="block font-bold">{labelOfSector(sector)}</span>
          <span className="block text-note text-muted">{role}</span>
        </>
      ),
    },
    { key: 'n', title: 'Links', number: true, cell: (one) => one.asked },
    { key: 'unused', title: 'Not used yet', number: true, cell: ({ unused }) => unused },
    ...(leads
      ? [
          {
            ...{ key: 'end', title: <span className="sr-only">End</span> },
            cell: ({ sector, role, unused }: TakingPart) =>
              unused ? (
                <EndLinksForm
                  round={round.id}
                  sector={sector}
                  role={role ?? ''}
                  words={unused === 1 ? 'End that link' : `End those ${unused}`}
                  formKey={newKey()}
                />
              ) : null,
          },
        ]
      : []),
  ]
  return (
    <Table
      caption="Who was asked, by sector and role"
      captionHidden
      columns={columns}
      rows={asked}
      rowKey={({ sector, role }) => `${sector} ${role}`}
    />
  )
}
