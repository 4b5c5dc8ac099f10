import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { formatDateTime } from '@/lib/dates'
import { LINK_DECISIONS } from '@/lib/identity/lists'
import { getLink } from '@/lib/identity/review'
import { whyWords } from '@/lib/identity/words'
import { ReviewForm } from '../../forms'
import { Keys } from '../../keys'
import { openReview, ReviewPage } from '../../open-review'
import { ScoreTable } from '../../score-table'
import { Sides } from '../../sides'

export const metadata: Metadata = { title: 'Is this link right?' }

const [right, wrong] = LINK_DECISIONS.map(({ letter, label }) => ({ letter, does: label }))
const next = { letter: 'J', does: 'Next link' }

/** One link: of the machine, to confirm or undo; of somebody, to undo. */
export default async function LinkPage({ params }: { params: Promise<{ linkId: string }> }) {
  const { linkId: id } = await params
  const { viewer, found, given } = await openReview({
    ...{ id, path: `/identity/links/${id}`, form: 'link' },
    get: getLink,
  })
  const { unconfirmed } = found
  const who = unconfirmed ? 'Linked by the machine' : 'Linked'
  const about = `${who} ${formatDateTime(new Date(found.at))}. ${whyWords(found)}.`
  const keys = [unconfirmed ? right : undefined, wrong, next].filter((key) => key !== undefined)
  return (
    <ReviewPage viewer={viewer} title="Is this link right?" about={about}>
      {found.mine ? (
        <InsetText tone="caution">
          <strong>You sent this file, or typed this record, yourself.</strong> That the link is
          right waits for somebody else to say so{unconfirmed ? ' too' : ': you have'}.
        </InsetText>
      ) : null}
      <Sides pair={found} />
      <ScoreTable levels={found.levels} />
      <Card className="max-w-3xl">
        <ReviewForm key={id} formKey={randomUUID()} id={id} unconfirmed={unconfirmed} {...given} />
        <nav aria-label="More links" className="no-print mt-5 flex flex-wrap gap-x-6 gap-y-2">
          {found.next ? (
            <Link href={`/identity/links/${found.next}`} rel="next" aria-keyshortcuts="J">
              Next link
            </Link>
          ) : null}
          <Link href={`/identity?list=${unconfirmed ? 'links' : 'standing'}`}>All links</Link>
        </nav>
        <Keys keys={keys} />
      </Card>
    </ReviewPage>
  )
}
