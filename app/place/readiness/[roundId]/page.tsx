import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Done } from '@/app/done'
import { SubPage } from '@/app/sub-page'
import { can } from '@/lib/access/policy'
import { formatDate } from '@/lib/dates'
import { listItems, listTakingPart } from '@/lib/readiness/queries'
import { findingOf } from '@/lib/readiness/words'
import { openReadiness } from '../open-round'
import { readClosed } from '../read-closed'
import { RoundResults } from '../round-results'
import { OpenRound } from './open-round'

export const metadata: Metadata = { title: 'A round of readiness' }

type Props = { params: Promise<{ roundId: string }> }

const news = {
  closed: 'The round is closed. Read its comments before anybody sees them.',
  'links-ended': 'Those links do not work any more.',
}

/** One round: while it is open who takes part, and when it has closed what was said. */
export default async function RoundPage({ params }: Props) {
  const { roundId } = await params
  const { viewer, found } = await openReadiness(
    `/place/readiness/${roundId}`,
    async (scope, rounds) => {
      const round = rounds.find(({ id }) => id === roundId)
      if (!round) return null
      if (round.closed_at) return { round, closed: await readClosed(scope, round, rounds) }
      return {
        round,
        open: {
          parts: await listTakingPart(scope, round.id),
          items: await listItems(scope, round.id),
        },
      }
    },
  )
  if (!found) notFound()
  const { round, closed, open } = found
  const leads = can(viewer, 'readiness:lead')
  const back = { href: '/place/readiness', label: 'readiness' }
  const taken = `${round.answered} of ${round.asked} people asked have answered`
  if (closed)
    return (
      <SubPage
        viewer={viewer}
        title={findingOf(closed.views)}
        about={`${round.name}, closed ${formatDate(round.closed_at ?? new Date())} · ${taken}`}
        back={back}
        width="wide"
      >
        <Done news={news} />
        <RoundResults {...closed} leads={leads} />
      </SubPage>
    )
  return (
    <SubPage
      viewer={viewer}
      title={round.name}
      about={`Open until ${formatDate(round.closes_on)} · ${taken}`}
      back={back}
      width="wide"
    >
      <Done news={news} />
      <OpenRound round={round} {...open} leads={leads} newKey={randomUUID} />
    </SubPage>
  )
}
