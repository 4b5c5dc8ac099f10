import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'

/** Puts a notice away: it is not shown again. One that is not the viewer’s stays as it is. */
export async function putAway({ db, viewer }: Scope, notice: string): Promise<void> {
  permit(viewer, 'notice:put-away')
  await db.notice.updateMany({
    where: { id: notice, seenAt: null },
    data: { seenAt: new Date() },
  })
}
