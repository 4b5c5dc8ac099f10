import { Card } from '@/components/ui/card'
import type { Comment } from '@/lib/readiness/queries'
import type { StatementView } from '@/lib/readiness/rules/round-view'
import { labelOfSector } from '@/lib/readiness/words'

const FIRST = 6

/** Comments that were let through, under the statement they were written beside. */
export function InTheirWords({
  comments,
  views,
}: {
  comments: readonly Comment[]
  views: readonly StatementView[]
}) {
  if (comments.length === 0) return null
  const wordsOf = (item: string) => views.find(({ id }) => id === item)?.words
  const list = (some: readonly Comment[]) => (
    <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
      {some.map(({ item_id, sector, words }, at) => (
        <li key={at} className="border-b border-line py-3">
          <p className="wrap-anywhere">“{words}”</p>
          <p className="text-note text-muted">
            {sector ? labelOfSector(sector) : 'Somebody who was asked'}, on: {wordsOf(item_id)}
          </p>
        </li>
      ))}
    </ul>
  )
  return (
    <Card title="In their words" titleId="words">
      {list(comments.slice(0, FIRST))}
      {comments.length > FIRST ? (
        <details className="mt-3">
          <summary className="link w-fit">{comments.length - FIRST} more</summary>
          {list(comments.slice(FIRST))}
        </details>
      ) : null}
      <p className="mt-3 text-note text-muted">Read before showing, so that nobody is named.</p>
    </Card>
  )
}
