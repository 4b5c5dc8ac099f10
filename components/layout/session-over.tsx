'use client'
// Covers the page, so it needs the browser.

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'

type SessionOverProps = { signInHref: string; carryOn: () => Promise<void> }

/** Hides a page left open after its session ended; what was typed stays in it, unseen. */
export function SessionOver({ signInHref, carryOn }: SessionOverProps) {
  const cover = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = cover.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={cover}
      aria-labelledby="session-over"
      onCancel={(event) => event.preventDefault()}
      className="no-print m-0 h-dvh max-h-none w-screen max-w-none bg-paper p-6 text-ink sm:p-12"
    >
      <h1 id="session-over" className="mb-4 text-heading-l">
        You have been signed out
      </h1>
      <p className="mb-6 max-w-prose">
        Nothing happened here for a while, so this page is hidden. What you typed is still in it.
        Sign in again in a new tab, then come back and carry on.
      </p>
      <div className="flex flex-wrap items-center gap-6">
        <a className="link font-bold" href={signInHref} target="_blank" rel="noreferrer">
          Sign in, in a new tab
        </a>
        <Button tone="secondary" onClick={() => void carryOn()}>
          I have signed in: carry on
        </Button>
      </div>
    </dialog>
  )
}
