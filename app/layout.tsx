import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { WithoutScript } from '@/components/layout/without-script'
import { Link } from '@/components/ui/link'
import { nothingHere } from '@/lib/nothing-here'
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
      <body>
        <WithoutScript words={<NothingShown />}>{children}</WithoutScript>
      </body>
    </html>
  )
}

/** Instead of a white page, without script: alike for what is not there and not to be seen. */
function NothingShown() {
  return (
    <>
      <title>{nothingHere.title}</title>
      <main>
        <h1>{nothingHere.heading}</h1>
        <p>{`${nothingHere.why} ${nothingHere.again}`}</p>
        <p>
          <Link href="/">{nothingHere.home}</Link>
        </p>
      </main>
    </>
  )
}
