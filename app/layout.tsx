import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/layout/site-frame'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Common Thread', template: '%s · Common Thread' },
  description: 'One view of one person, for the people who support them.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = { themeColor: '#07403d' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request: a page made earlier could carry no nonce for its scripts.
  await connection()
  return (
    <html lang="en-GB">
      <body>
        <SiteFrame practice={false}>{children}</SiteFrame>
      </body>
    </html>
  )
}
