'use client'
// Counts the seconds since the words were kept, so it needs the browser.

import { useEffect, useState } from 'react'
import { keptWords } from './kept-words'
import type { DraftStatus } from './use-draft'

/** Says that typing is kept. Spoken only when it is not: counted seconds would never be quiet. */
export function DraftLine({ status }: { status: DraftStatus }) {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (status.state !== 'kept') return
    const tick = () => setNow(Date.now())
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [status])

  const loud = status.state === 'failed' || status.state === 'refused'
  const keeping =
    status.state === 'kept'
      ? { state: 'kept' as const, since: Math.max(0, now - status.at) / 1_000 }
      : status
  return (
    <p role={loud ? 'alert' : undefined} className={loud ? 'font-bold text-danger' : 'text-muted'}>
      {keptWords(keeping)}
    </p>
  )
}
