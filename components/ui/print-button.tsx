'use client'
// Printing is the browser's own, so this needs it.

import { useSyncExternalStore } from 'react'
import { Button } from './button'

const noChange = () => () => undefined
const inBrowser = () => true
const onServer = () => false

/** Prints the page; not there without a script, where the browser's menu does the same. */
export function PrintButton() {
  const scripted = useSyncExternalStore(noChange, inBrowser, onServer)
  if (!scripted) return null
  return (
    <Button tone="secondary" className="no-print" onClick={() => window.print()}>
      Print
    </Button>
  )
}
