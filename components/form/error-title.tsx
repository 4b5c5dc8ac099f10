'use client'
// Changes the title of a page already drawn, so it needs the browser.

import { useEffect } from 'react'

const PREFIX = 'Error: '

/** Puts `Error: ` before the page's title for as long as it is drawn. */
export function ErrorTitle() {
  useEffect(() => {
    const bare = document.title.startsWith(PREFIX)
      ? document.title.slice(PREFIX.length)
      : document.title
    document.title = PREFIX + bare
    return () => {
      if (document.title === PREFIX + bare) document.title = bare
    }
  }, [])
  return null
}
