import { NotificationBanner } from '@/components/ui/notification-banner'
import { justDone } from '@/lib/just-done'

/**
 * What the viewer has just done, said once at the top: by the word in the address, where a form of
 * theirs led there. An address that somebody made up says nothing.
 */
export function Done({ news }: { news: Readonly<Record<string, string>> }) {
  const word = justDone('done')
  return word !== null && Object.hasOwn(news, word) ? (
    <NotificationBanner tone="success">{news[word]}</NotificationBanner>
  ) : null
}
