import 'server-only'
import { getCaseload } from '@/lib/caseload/queries'
import { can } from '@/lib/access/policy'
import { getDeclarationDue } from '@/lib/conflicts/queries'
import type { Scope } from '@/lib/db'
import { listDrafts } from '@/lib/drafts/queries'
import { endOfLondonDay, addDays, today } from '@/lib/dates'

/** Most lines in each part of Today: mine only, at most ten (safeguards.md 1.14). */
const most = 10

/**
 * What is mine today: dates with my teams' people, people of mine that need me, notices, unfinished
 * words.
 */
export async function getToday(scope: Scope) {
  const { viewer } = scope
  const people = can(viewer, 'person:open')
  return {
    viewer,
    declaration: await getDeclarationDue(scope),
    drafts: await listDrafts(scope),
    notices: await listNotices(scope),
    dates: people ? await listMyDates(scope) : [],
    caseload:
      viewer.teamIds.length > 0 && people
        ? await getCaseload(
            scope,
            { show: 'attention', sort: 'unseen', worker: viewer.userId },
            most,
          )
        : null,
  }
}

const listNotices = ({ db, viewer }: Scope) =>
  db.notice.findMany({
    where: { userId: viewer.userId, seenAt: null },
    select: { id: true, kind: true, personId: true, madeAt: true },
    orderBy: { madeAt: 'desc' },
    take: most,
  })

/** My agency's dates of today and tomorrow that I may see, with whom. */
function listMyDates({ db, viewer }: Scope) {
  const now = today()
  return db.appointment.findMany({
    where: {
      agencyId: viewer.agencyId,
      teamId: { in: viewer.teamIds },
      outcome: null,
      startsAt: { gte: new Date(), lt: endOfLondonDay(addDays(now, 1)) },
      givenBy: viewer.userId,
    },
    select: { id: true, personId: true, startsAt: true, kind: true, place: true },
    orderBy: { startsAt: 'asc' },
    take: most,
  })
}
