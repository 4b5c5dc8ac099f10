import { useEffect, useState } from 'react'

// Keys of this tab that have been sent. A form drawn again with one of them is a page that the
// browser, or the router, kept and shows again.
const sent = new Set<string>()

/** A new key. Not `crypto.randomUUID`, which plain http does not have. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const keyOf = (page: string) => ({ page, key: sent.has(page) ? freshKey() : page })

/**
 * The key a form is sent under: the page's own, and a new one when the page is come back to. What
 * is written there then is another entry, even in the same words.
 */
export function useFormKey(page: string): { key: string; markSent: () => void } {
  const [now, setNow] = useState(() => keyOf(page))
  // The page was drawn anew around this form.
  if (now.page !== page) setNow(keyOf(page))
  useEffect(() => {
    // The back/forward cache shows the page as it was left, scripts and all.
    const shown = ({ persisted }: PageTransitionEvent) =>
      persisted && setNow(({ page: same }) => ({ page: same, key: freshKey() }))
    window.addEventListener('pageshow', shown)
    return () => window.removeEventListener('pageshow', shown)
  }, [])
  return { key: now.key, markSent: () => void sent.add(page) }
}
