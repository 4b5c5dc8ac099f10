import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { DECISIONS } from '@/lib/identity/lists'
import { getPair, getTakeBack } from '@/lib/identity/review'
import type { Pair } from '@/lib/identity/view'
import { isWeakChain, likelihood, whyWords } from '@/lib/identity/words'
import { DecideForm } from '../forms'
import { Keys } from '../keys'
import { LastDecision } from '../last-decision'
import { openReview, ReviewPage } from '../open-review'
import { ScoreTable } from '../score-table'
import { Sides } from '../sides'
import { uuidIn } from '../uuid'

export const metadata: Metadata = { title: 'Same person?' }

type Props = {
  params: Promise<{ candidateId: string }>
  searchParams: Promise<{ did?: string }>
}

const keys = [
  ...DECISIONS.map(({ letter, label }) => ({ letter, does: label })),
  { letter: 'J', does: 'Next pair' },
  { letter: 'K', does: 'Previous pair' },
  { letter: 'U', does: 'Take the last decision back' },
]

/** One pair to decide: the records side by side, the score in words, and a key for each answer. */
export default async function CandidatePage({ params, searchParams }: Props) {
  const { candidateId: id } = await params
  const did = uuidIn((await searchParams).did)
  const { viewer, found, given } = await openReview({
    ...{ id, path: `/identity/${id}`, form: 'pair' },
    get: async (scope) => ({
      pair: await getPair(scope, id),
      last: did ? await getTakeBack(scope, did) : null,
    }),
  })
  const { pair, last } = found
  const about = `${pair.bits === null ? '' : `${likelihood(pair)}. `}${whyWords(pair)}.`
  return (
    <ReviewPage viewer={viewer} title="Same person?" about={about}>
      <LastDecision id={did} said={last} />
      <Cautions pair={pair} />
      <Sides pair={pair} beside={pair.beside} />
      <ScoreTable levels={pair.levels} />
      <Card className="max-w-3xl">
        <DecideForm key={id} formKey={randomUUID()} id={id} {...given} />
        <nav aria-label="More pairs" className="no-print mt-5 flex flex-wrap gap-x-6 gap-y-2">
          {pair.previous ? (
            <Link href={`/identity/${pair.previous}`} rel="prev" aria-keyshortcuts="K">
              Previous pair
            </Link>
          ) : null}
          {pair.next ? (
            <Link href={`/identity/${pair.next}`} rel="next" aria-keyshortcuts="J">
              Next pair
            </Link>
          ) : null}
          <Link href="/identity">The whole queue</Link>
        </nav>
        <Keys keys={keys} />
      </Card>
    </ReviewPage>
  )
}

function Cautions({ pair }: { pair: Pair }) {
  const { risky, mine, first, firstReason } = pair.stands
  const said =
    first === 'me'
      ? ' You have said so; it waits for somebody else.'
      : first === 'other'
        ? ` Somebody has said so: “${firstReason ?? ''}”`
        : ''
  return (
    <>
      {risky ? (
        <InsetText tone="caution">
          <strong>Their numbers differ.</strong> Two people must say that they are one person.
          {said}
        </InsetText>
      ) : null}
      {mine ? (
        <InsetText tone="caution">
          <strong>You sent or typed one of these yourself.</strong> Somebody else must say that they
          are one person, too.{risky ? '' : said}
        </InsetText>
      ) : null}
      {first === 'other' && !risky && !mine ? (
        <InsetText tone="caution">
          <strong>It waits for a second.</strong> Whoever sent or typed one of these says that they
          are one person. Somebody else must say so too.{said}
        </InsetText>
      ) : null}
      {isWeakChain(pair) ? (
        <InsetText tone="caution">
          <strong>A weak chain.</strong> This one pair would join records that are otherwise not
          alike. Look at all of them before you say that they are one person.
        </InsetText>
      ) : null}
    </>
  )
}
