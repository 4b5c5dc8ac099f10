import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Done } from '@/app/done'
import { PlacePage } from '@/app/place/place-page'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { formatDate } from '@/lib/dates'
import { listActions } from '@/lib/readiness/queries'
import { findingOf } from '@/lib/readiness/words'
import { openReadiness } from './open-round'
import { Plan } from './plan'
import { readClosed } from './read-closed'
import { RoundResults } from './round-results'
import { RoundList } from './round-list'

export const metadata: Metadata = { title: 'Readiness' }

const news = {
  added: 'The action is on the plan.',
  done: 'The action is done.',
  away: 'The action is put away.',
}

/** How ready a place is to work together: the newest round that has closed, and the plan. */
export default async function ReadinessPage() {
  const { viewer, rounds, found } = await openReadiness('/place/readiness', async (scope, all) => {
    const newest = all.find(({ closed_at }) => closed_at !== null)
    return {
      closed: newest ? await readClosed(scope, newest, all) : null,
      actions: await listActions(scope),
    }
  })
  const { closed, actions } = found
  const leads = can(viewer, 'readiness:lead')
  const open = rounds.find(({ closed_at }) => closed_at === null)
  return (
    <PlacePage
      viewer={viewer}
      title={closed ? findingOf(closed.views) : 'Readiness'}
      about={
        closed
          ? `${closed.round.name}, closed ${formatDate(closed.round.closed_at ?? new Date())} · ` +
            `${closed.round.answered} of ${closed.round.asked} people asked have answered · ` +
            'for talking about, never for ranking places or partners'
          : 'How able the place is to work together, by many voices.'
      }
      actions={<PrintButton />}
    >
      <Done news={news} />
      {open ? (
        <p className="no-print mb-5 rounded border border-act bg-wash p-4">
          <Link href={`/place/readiness/${open.id}`}>{open.name}</Link> is open until{' '}
          {formatDate(open.closes_on)}: {open.answered} of {open.asked} have answered. Nothing of it
          is shown before it has closed.
        </p>
      ) : null}
      {closed ? (
        <RoundResults {...closed} leads={leads} />
      ) : (
        <EmptyState title="No round has closed yet.">
          {leads ? 'Begin one below, and give out its links.' : 'The place’s lead begins one.'}
        </EmptyState>
      )}
      <div className="mt-5 grid grid-cols-1 gap-5 xl:grid-cols-[2fr_1fr] xl:items-start">
        <Plan actions={actions} leads={leads} newKey={randomUUID} />
        <RoundList rounds={rounds} leads={leads} />
      </div>
    </PlacePage>
  )
}
