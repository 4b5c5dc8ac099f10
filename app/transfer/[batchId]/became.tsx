import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { Batch, Became } from '@/lib/transfer/queries'
import { atMostHundred, peopleWords } from '@/lib/transfer/words'

/** What became of a file that went in, and where to go next. */
export function BecameCard({ batch, became }: { batch: Batch; became: Became }) {
  const { people, pairs, links, unmatched } = became
  const changed = batch.counts?.changed ?? 0
  return (
    <Card title="What became of it" titleId="became" className="mb-5">
      <ul className="list-disc space-y-1 pl-5">
        <li>{peopleWords(people)} new to your agency</li>
        {changed > 0 ? <li>{peopleWords(changed)} with something new</li> : null}
        {unmatched > 0 ? (
          <li>{peopleWords(unmatched)} still to be compared with others; look again in a while</li>
        ) : null}
        <li>
          {pairs === 0 ? (
            'No pair to look at'
          ) : (
            <Link href="/identity">
              {atMostHundred(pairs)} {pairs === 1 ? 'pair' : 'pairs'} that may be the same person:
              look at {pairs === 1 ? 'it' : 'them'}
            </Link>
          )}
        </li>
        <li>
          {links === 0 ? (
            'No link to confirm'
          ) : (
            <Link href="/identity?list=links">
              {atMostHundred(links)} {links === 1 ? 'link' : 'links'} by the machine to confirm
            </Link>
          )}
        </li>
      </ul>
      <p className="mt-4">
        <Link href="/transfer">Send another file</Link>
      </p>
    </Card>
  )
}
