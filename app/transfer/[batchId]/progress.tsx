'use client'
// Looks again every two seconds while the job is at work; without JavaScript the page itself does.

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { rowWords } from '@/lib/transfer/words'

type Props = { words: string; done: number; rows: number }

/** How far the job has got. */
export function Progress({ words, done, rows }: Props) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 2000)
    return () => clearInterval(timer)
  }, [router])
  return (
    <div>
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <p aria-live="polite" className="mb-2 font-bold">
        {words}: {Math.min(done, rows).toLocaleString('en-GB')} of {rowWords(rows)}
      </p>
      <progress
        aria-label={words}
        value={Math.min(done, rows)}
        max={rows}
        className="h-3 w-full max-w-xl"
      />
      <p className="mt-2 text-note text-muted">You may leave this page: it goes on without you.</p>
    </div>
  )
}
