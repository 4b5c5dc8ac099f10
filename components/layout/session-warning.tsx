'use client'
// Watches the clock, so it needs the browser.

import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ACTIVITY } from './session-activity'
import { SessionOver } from './session-over'
import { leftWords, WARN_BEFORE } from './session-words'

/** Two instants (ISO) by the server's clock: when the session ends unless used, and now. */
export type SessionTimes = { idleUntil: string; serverNow: string }

type SessionWarningProps = SessionTimes & {
  /**
   * A server action that uses the session and says how long it now lasts. Null when it is over, or
   * is by now somebody else's: then what is on this page is not shown again.
   */
  stay: () => Promise<SessionTimes | null>
  /** Where to sign in again. */
  signInHref: string
}

const span = ({ idleUntil, serverNow }: SessionTimes) =>
  Date.parse(idleUntil) - Date.parse(serverNow)

/**
 * Says three minutes before the session ends that it will, and lets it be kept. When it has ended
 * the page is covered, with what was typed still in it. Only the span between the server's two
 * instants counts, so a wrong clock here does no harm.
 */
export function SessionWarning({ idleUntil, serverNow, stay, signInHref }: SessionWarningProps) {
  const [length, setLength] = useState(() => span({ idleUntil, serverNow }))
  const [left, setLeft] = useState(length)
  const end = useRef(0)

  const restart = useCallback((milliseconds: number) => {
    end.current = Date.now() + milliseconds
    setLeft(milliseconds)
  }, [])

  useEffect(() => {
    end.current = Date.now() + length
    const channel = new BroadcastChannel(ACTIVITY)
    const here = () => {
      restart(length)
      channel.postMessage('')
    }
    // Another tab has used the same session; one that had ended is not brought back by it.
    channel.onmessage = () => {
      if (end.current > Date.now()) restart(length)
    }
    channel.postMessage('')
    window.addEventListener(ACTIVITY, here)
    // Asks the clock each time: a sleeping machine stops timers but not the session.
    const timer = setInterval(() => setLeft(end.current - Date.now()), 5_000)
    return () => {
      clearInterval(timer)
      window.removeEventListener(ACTIVITY, here)
      channel.close()
    }
  }, [length, restart])

  const keep = async () => {
    const answer = await stay().catch(() => undefined)
    // Too busy to be asked, or no way through: the time that is left stays as it is.
    if (answer === undefined) return
    if (!answer) return restart(0)
    setLength(span(answer))
    restart(span(answer))
  }

  if (left > WARN_BEFORE) return null
  if (left <= 0) return <SessionOver signInHref={signInHref} carryOn={keep} />
  return (
    <div
      role="alert"
      className={
        'no-print fixed inset-x-0 bottom-0 z-30 border-t-4 border-caution bg-caution-wash p-4 ' +
        'sm:px-7'
      }
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <p className="flex-1 basis-80">{leftWords(left)}</p>
        <Button onClick={() => void keep()}>Stay signed in</Button>
      </div>
    </div>
  )
}
