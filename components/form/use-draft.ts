'use client'
// Listens to typing and keeps it on the server, so it needs the browser.

import type { RefObject } from 'react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SaveDraft } from '@/lib/form-state'
import { FORM_KEY, formValues } from '@/lib/form-state'
import { noteActivity } from '@/components/layout/session-activity'

/** What a form needs to keep its words as they are typed. */
export type Draft = {
  save: SaveDraft
  form: string
  personId?: string
  /** Set by the page when `values` come from a draft: when it was kept, in words. */
  restored?: { at: string; discard: (data: FormData) => Promise<void> }
}

/** After the last keystroke; and between tries when the connection is gone. Milliseconds. */
const PAUSE = 1_500
const RETRY = 5_000

type Kept = { state: 'idle' | 'failed' } | { state: 'kept'; at: number }
type Status = Kept | { state: 'refused'; why: string }

/** Keeps a form's words as they are typed. `changed` after each keystroke, `stop` when sending. */
export function useDraft(form: RefObject<HTMLFormElement | null>, draft: Draft | undefined) {
  const [status, setStatus] = useState<Status>({ state: 'idle' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const unsaved = useRef(false)

  const keep = useCallback(async () => {
    clearTimeout(timer.current)
    if (!draft || !form.current || !unsaved.current) return
    const values = formValues(new FormData(form.current))
    delete values[FORM_KEY]
    unsaved.current = false
    try {
      const answer = await draft.save({ form: draft.form, personId: draft.personId, values })
      if ('refused' in answer) return setStatus({ state: 'refused', why: answer.refused })
      noteActivity()
      setStatus({ state: 'kept', at: Date.now() })
    } catch {
      unsaved.current = true
      setStatus({ state: 'failed' })
      timer.current = setTimeout(() => void keep(), RETRY)
    }
  }, [draft, form])

  const changed = useCallback(() => {
    if (!draft) return
    unsaved.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(), PAUSE)
  }, [draft, keep])

  const stop = useCallback(() => {
    unsaved.current = false
    clearTimeout(timer.current)
  }, [])

  useEffect(() => {
    // Hidden: another app on a phone, or the tab about to close. Leaving with words not kept asks.
    const hidden = () => document.visibilityState === 'hidden' && void keep()
    const leaving = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('beforeunload', leaving)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('beforeunload', leaving)
      clearTimeout(timer.current)
    }
  }, [keep])

  return { status, changed, keep, stop }
}

export type DraftStatus = ReturnType<typeof useDraft>['status']
