import { Link } from '@/components/ui/link'
import { NotificationBanner } from '@/components/ui/notification-banner'
import { savedNews } from './saved-news'

type Props = { personId: string; saved: string | null; of: string | null }

/**
 * After a form about this person was saved: what was done, and the way to put it right. Nothing
 * typed is in the address.
 */
export function SavedBanner({ personId, saved, of }: Props) {
  const news = savedNews(personId, saved ?? '', of ?? '')
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
