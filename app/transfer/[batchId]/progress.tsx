import { ComesAgain } from '@/components/ui/comes-again'
import { rowWords } from '@/lib/transfer/words'

type Props = { words: string; done: number; rows: number }

/** How far the job has got. */
export function Progress({ words, done, rows }: Props) {
  return (
    <div>
      <ComesAgain />
      <p aria-live="polite" className="mb-2 font-bold">
        {rows === 0
          ? `${words}: ${rowWords(done)} so far`
          : `${words}: ${Math.min(done, rows).toLocaleString('en-GB')} of ${rowWords(rows)}`}
      </p>
      {/* Without a value while nobody knows how many there are. */}
      <progress
        aria-label={words}
        {...(rows === 0 ? {} : { value: Math.min(done, rows), max: rows })}
        className="h-3 w-full max-w-xl"
      />
      <p className="mt-2 text-note text-muted">You may leave this page: it goes on without you.</p>
    </div>
  )
}
