import { LinkMaker } from '../users/[userId]/link-maker'
import { NotificationBanner } from '@/components/ui/notification-banner'

/** After an agency is made: the invitation of its first administrator. */
export function FirstLink({ user }: { user: string }) {
  return (
    <div className="mb-6">
      <NotificationBanner tone="success">
        The agency is added. Make the invitation of its first administrator now, and hand it over.
      </NotificationBanner>
      <LinkMaker user={user} reset={false} />
    </div>
  )
}
