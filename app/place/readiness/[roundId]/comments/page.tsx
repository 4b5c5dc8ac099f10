import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Done } from '@/app/done'
import { SubPage } from '@/app/sub-page'
import { EmptyState } from '@/components/ui/empty-state'
import { listItems, listWaitingComments } from '@/lib/readiness/queries'
import { CommentForm } from '../../forms'
import { openLedRound } from '../../open-round'

export const metadata: Metadata = { title: 'Comments to read' }

type Props = { params: Promise<{ roundId: string }> }

const news = { decided: 'That is decided.' }

/** Comments that wait to be read before anybody sees them. Who wrote one, nobody knows. */
export default async function CommentsPage({ params }: Props) {
  const { roundId } = await params
  const { viewer, round, found } = await openLedRound(
    roundId,
    `/place/readiness/${roundId}/comments`,
    async (scope) => ({
      comments: await listWaitingComments(scope, roundId),
      items: await listItems(scope, roundId),
    }),
  )
  const { comments, items } = found
  return (
    <SubPage
      viewer={viewer}
      title="Comments to read"
      about={`${round.name}. Neither who wrote one nor their sector is here: words alone decide.`}
      back={{ href: `/place/readiness/${roundId}`, label: 'the round' }}
      width="reading"
    >
      <Done news={news} />
      {comments.length === 0 ? (
        <EmptyState title="No comment waits.">
          {round.closed_at ? 'All have been read.' : 'They can be read when the round has closed.'}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {comments.map(({ id, item_id, words }) => (
            <li key={id} className="py-5">
              <h2 className="mb-1 text-heading-s">
                On: {items.find((item) => item.id === item_id)?.words}
              </h2>
              <CommentForm round={roundId} comment={id} words={words} formKey={randomUUID()} />
            </li>
          ))}
        </ul>
      )}
    </SubPage>
  )
}
