'use client'
// Counts the seconds since the words were kept, so it needs the browser.

import { useEffect, useState, useSyncExternalStore } from 'react'
import { keptWords } from './kept-words'
import type { DraftStatus } from './use-draft'

// What the server draws is what those without script keep on seeing: it promises nothing.
const noChange = () => () => undefined
const inBrowser = () => true
const onServer = () => false

/** Says that typing is kept. Spoken only when it is not: counted seconds would never be quiet. */
export function DraftLine({ status }: { status: DraftStatus }) {
  const [now, setNow] = useState(0)
  useEffect(() => {
    if (status.state !== 'kept') return
    const tick = () => setNow(Date.now())
    const timer = setInterval(tick, 1_000)
    return () => clearInterval(timer)
  }, [status])

  const scripted = useSyncExternalStore(noChange, inBrowser, onServer)
  const loud = status.state === 'failed' || status.state === 'refused'
  const keeping =
    status.state === 'kept'
      ? { state: 'kept' as const, since: Math.max(0, now - status.at) / 1_000 }
      : status
  return (
    <p role={loud ? 'alert' : undefined} className={loud ? 'font-bold text-danger' : 'text-muted'}>
      {scripted ? keptWords(keeping) : <noscript>Nothing is kept until you send this.</noscript>}
    </p>
  )
}
