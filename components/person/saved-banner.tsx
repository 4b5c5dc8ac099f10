'use client'
// Reads the address of the page it stands on; drawn on the server too, so it needs no script.

import { useSearchParams } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { NotificationBanner } from '@/components/ui/notification-banner'
import { savedNews } from './saved-news'

/**
 * After a form about this person was saved: what was done, and the way to put it right. Nothing
 * typed is in the address.
 */
export function SavedBanner({ personId }: { personId: string }) {
  const asked = useSearchParams()
  const news = savedNews(personId, asked.get('saved') ?? '', asked.get('of') ?? '')
  if (!news) return null
  return (
    <NotificationBanner tone="success" title="Saved">
      <p>
        {news.words}
        {news.link ? (
          <>
            {' '}
            <Link href={news.link.href}>{news.link.words}</Link>
          </>
        ) : null}
      </p>
    </NotificationBanner>
  )
}
