import 'server-only'
import { getCaseload } from '@/lib/caseload/queries'
import { can } from '@/lib/access/policy'
import { listWords } from '@/lib/confirming/queries'
import { getDeclarationDue } from '@/lib/conflicts/queries'
import type { Scope } from '@/lib/db'
import { listDrafts } from '@/lib/drafts/queries'
import { listActs } from '@/lib/waiting/queries'
import { endOfLondonDay, addDays, today } from '@/lib/dates'
import type { MyDate } from './words'

/** Most lines in each part of Today: mine only, and no more than are read. */
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
    waiting: (await listActs(scope, false)).slice(0, most),
    words: (await listWords(scope, null)).slice(0, most),
    notices: await listNotices(scope),
    dates: people ? await listMyDates(scope) : [],
    unallocated: can(viewer, 'worker:allocate') ? await countUnallocated(scope) : 0,
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

/** Dates of today and tomorrow with the people I am named for, whoever made them; with whom. */
async function listMyDates({ db }: Scope): Promise<MyDate[]> {
  const until = endOfLondonDay(addDays(today(), 1))
  const [row] = await db.$queryRaw<{ dates: MyDate[] }[]>`
    select page.my_dates(${until}::timestamptz, ${most}) as dates`
  return row?.dates ?? []
}

/** People of the viewer's teams whom nobody is named for: a worker who has left is nobody. */
async function countUnallocated({ db }: Scope): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`select page.unallocated() as count`
  return row?.count ?? 0
}
