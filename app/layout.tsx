import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import './globals.css'

export const metadata: Metadata = {
  // No default: a page without a title is a fault the accessibility tests find.
  title: { default: '', template: '%s · Common Thread' },
  description: 'One view of one person, for the people who support them.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { themeColor: '#07403d' }

/**
 * A frame only: what stands around a page is drawn by the page (`ViewerPage`), from its one scope.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request: a page made earlier could carry no nonce for its scripts.
  await connection()
  return (
    <html lang="en-GB">
      <body>{children}</body>
    </html>
  )
}
