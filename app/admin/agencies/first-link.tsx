import { LinkMaker } from '../users/[userId]/link-maker'
import { NotificationBanner } from '@/components/ui/notification-banner'

/** After an agency is made: the invitation of its first administrator. */
export function FirstLink({ user }: { user: string }) {
  return (
    <div className="mb-6">
      <NotificationBanner>
        Make the invitation of the agency’s first administrator, and hand it over. One made before
        stops working.
      </NotificationBanner>
      <LinkMaker user={user} reset={false} />
    </div>
  )
}
