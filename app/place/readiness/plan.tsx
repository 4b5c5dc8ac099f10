import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { formatDate, londonDate, today } from '@/lib/dates'
import type { Action } from '@/lib/readiness/queries'
import { STATEMENTS } from '@/lib/readiness/statements'
import { isLate, planFinding } from '@/lib/readiness/words'
import { EndActionForm } from './forms'

const answers = (key: string | null) => STATEMENTS.find((one) => one.key === key)?.words ?? null

function When({ action }: { action: Action }) {
  const due = londonDate(action.due_on)
  if (action.done_on) return <Tag tone="act">done {formatDate(action.done_on)}</Tag>
  return isLate(due, false, today()) ? (
    <Tag tone="danger">was due {formatDate(due)}</Tag>
  ) : (
    <Tag>{formatDate(due)}</Tag>
  )
}

/** What the place said it would do: whose, by when, and how one will know. */
export function Plan({
  actions,
  leads,
  newKey,
}: {
  actions: readonly Action[]
  leads: boolean
  newKey: () => string
}) {
  const columns: Column<Action>[] = [
    {
      ...{ key: 'words', title: 'Action, and what it answers', heading: true },
      cell: ({ words, item_key }) => (
        <>
          <span className="block font-bold wrap-anywhere">{words}</span>
          <span className="block text-note text-muted">{answers(item_key)}</span>
        </>
      ),
    },
    {
      ...{ key: 'owner', title: 'Owner' },
      cell: ({ owner, organisation }) => (
        <>
          <span className="block">{owner}</span>
          <span className="block text-note text-muted">{organisation}</span>
        </>
      ),
    },
    { key: 'when', title: 'By when', cell: (action) => <When action={action} /> },
    { key: 'known', title: 'How we will know', cell: ({ known_by }) => known_by ?? 'not said' },
    ...(leads
      ? [
          {
            ...{ key: 'end', title: <span className="sr-only">End</span> },
            cell: ({ id, words, done_on }: Action) =>
              done_on ? null : (
                <details className="no-print">
                  <summary className="link w-fit">
                    End<span className="sr-only">: {words}</span>
                  </summary>
                  <EndActionForm action={id} how="done" submit="It is done" formKey={newKey()} />
                  <EndActionForm action={id} how="away" submit="Put it away" formKey={newKey()} />
                </details>
              ),
          },
        ]
      : []),
  ]
  const counted = actions.map(({ due_on, done_on }) => ({
    isDone: done_on !== null,
    isLate: isLate(londonDate(due_on), done_on !== null, today()),
  }))
  return (
    <Card
      title={planFinding(counted)}
      titleId="plan"
      more={leads ? <Link href="/place/readiness/plan/new">Add an action</Link> : undefined}
    >
      {actions.length === 0 ? (
        <EmptyState title="Nothing has been promised yet.">
          An action has an owner and a day, and says how one will know.
        </EmptyState>
      ) : (
        <Table
          caption="Actions"
          captionHidden
          columns={columns}
          rows={actions}
          rowKey={({ id }) => id}
        />
      )}
    </Card>
  )
}
