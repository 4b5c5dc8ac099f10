import { Link } from '@/components/ui/link'
import { AsTable } from '@/components/ui/as-table'
import { Table } from '@/components/ui/table'
import { labelOf, TRENDS } from '@/lib/codes'
import { formatDate } from '@/lib/dates'
import { standingWords } from '@/lib/needs/findings'
import type { NeedLanes } from '@/lib/needs/lanes'
import { WITHDRAWN_WHY } from '@/lib/needs/lists'
import type { Rating } from '@/lib/needs/queries'
import { directionWords, wordsOf } from '@/lib/needs/steps'

type Props = {
  rows: readonly NeedLanes[]
  ratings: readonly Rating[]
  /** The person's own view, as a voice. */
  ownVoice: string
  /** Where one of our own is taken back, before its id; left out for who may not. */
  withdrawHref: string | undefined
}

type Line = { key: string; need: string; rating?: Rating; who?: string; words?: string }

/** All that the picture says and what lies behind it, older than five years too. */
export function SaidTable({ rows, ratings, ownVoice, withdrawHref }: Props) {
  const lines = rows.flatMap(({ domain, label, standing, lanes }): Line[] => {
    const need = label
    const said = ratings.filter((rating) => rating.domain === domain)
    const held = lanes.flatMap(({ held: service }) => service ?? [])
    return [
      ...said.map((rating) => ({ key: rating.id, need, rating })),
      ...held.map(({ agency, ring, phone }) => ({
        ...{ key: `${domain} ${agency}`, need, who: agency },
        words: `Held by the service: ring ${[ring, phone].filter(Boolean).join(', ')}`,
      })),
      ...(said.length + held.length === 0
        ? [{ key: domain, need, who: '–', words: standingWords[standing] }]
        : []),
    ]
  })
  return (
    <AsTable more=", with what lies behind each">
      <div className="mt-2">
        <Table
          caption="Needs, as seen by whom and when, newest first"
          captionHidden
          rows={lines}
          rowKey={({ key }) => key}
          columns={[
            { key: 'need', title: 'Need', heading: true, cell: ({ need }) => need },
            {
              ...{ key: 'on', title: 'Said on' },
              cell: ({ rating }) => (rating ? formatDate(rating.ratedOn) : '–'),
            },
            {
              ...{ key: 'by', title: 'As seen by' },
              cell: ({ rating, who }) => (rating ? voiceOf(rating, ownVoice) : who),
            },
            {
              ...{ key: 'what', title: 'What was said' },
              cell: ({ rating, words }) =>
                rating ? <What rating={rating} withdrawHref={withdrawHref} /> : words,
            },
          ]}
        />
      </div>
    </AsTable>
  )
}

const voiceOf = ({ byPerson, author, agency }: Rating, ownVoice: string) =>
  [byPerson ? ownVoice : null, author, agency].filter(Boolean).join(', ')

function What({ rating, withdrawHref }: { rating: Rating; withdrawHref: string | undefined }) {
  const { id, withdrawnAt, withdrawnWhy, note, own, ratedOn } = rating
  if (withdrawnAt)
    return (
      <>
        <s>{ratingWords(rating)}</s>. Withdrawn {formatDate(withdrawnAt)}:{' '}
        {labelOf(WITHDRAWN_WHY, withdrawnWhy ?? '').toLowerCase()}
      </>
    )
  return (
    <>
      {ratingWords(rating)}
      {note ? <span className="block whitespace-pre-line">{note}</span> : null}
      {withdrawHref && own ? (
        <Link href={`${withdrawHref}/${id}`} className="no-print block w-fit">
          Withdraw
          <span className="sr-only"> the rating of {formatDate(ratedOn)}</span>
        </Link>
      ) : null}
    </>
  )
}

/** How severe it is lives at content: to whom it is not shown, that is said and not left blank. */
function ratingWords(rating: Rating): string {
  const { state, severity, trend, direction } = rating
  return [
    state === 'current' && severity ? `a need now: ${wordsOf(rating)}` : null,
    state === 'current' && !severity ? 'a need now; how much is not shown to you' : null,
    state === 'past' ? 'a need in the last five years, not now' : null,
    state !== 'current' && state !== 'past' ? wordsOf(rating) : null,
    direction ? directionWords(direction) : null,
    trend ? labelOf(TRENDS, trend).toLowerCase() : null,
  ]
    .filter(Boolean)
    .join('; ')
}
