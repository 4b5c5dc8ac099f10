'use client'
// Looks again every two seconds; without JavaScript the page itself does.

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Stands on a page of something still going on, and draws it anew until it is over. */
export function ComesAgain() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 2000)
    return () => clearInterval(timer)
  }, [router])
  return (
    <noscript>
      <meta httpEquiv="refresh" content="2" />
    </noscript>
  )
}
