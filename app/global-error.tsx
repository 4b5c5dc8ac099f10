'use client'
// Error boundaries run in the browser. This one stands in for the whole document.

import './globals.css'

/** The frame itself broke, so nothing of it is used here. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Something went wrong · Common Thread</title>
        <main className="max-w-3xl p-6">
          <h1 className="mb-4 text-heading-l">Sorry, something went wrong</h1>
          <p className="mb-4">It is not your doing. Wait a minute, then load the page again.</p>
          {error.digest ? (
            <p className="mb-4">
              Reference for your administrator: <strong>{error.digest}</strong>
            </p>
          ) : null}
          <p>
            <a className="link" href="/">
              Start again
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}
