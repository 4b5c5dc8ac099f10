'use client'
// Next answers a refused page with an empty document that its script fills in. What is put into its
// head here reaches those without script, and it can be put there from a client component alone.

import { useServerInsertedHTML } from 'next/navigation'
import { createContext, useContext, useState, type ReactNode } from 'react'

/** Whether one answer still needs words: asked once, and no more when its page is drawn. */
const makeNeed = () => {
  let needed = true
  return () => {
    const was = needed
    needed = false
    return was
  }
}

const NeedContext = createContext<(() => boolean) | null>(null)

/** Around every page: where none comes to be drawn, the words for those without script are. */
export function WithoutScript({ words, children }: { words: ReactNode; children: ReactNode }) {
  const [need] = useState(makeNeed)
  useServerInsertedHTML(() => (need() ? <noscript>{words}</noscript> : null))
  return <NeedContext value={need}>{children}</NeedContext>
}

/** Says that a page is being drawn. */
export function PageDrawn() {
  useContext(NeedContext)?.()
  return null
}
