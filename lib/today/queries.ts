import 'server-only'
import { lookAt } from '@/lib/access/look'
import { getCaseload } from '@/lib/caseload/queries'
import { calledWords, type Called } from '@/lib/caseload/words'
import { can } from '@/lib/access/policy'
import { listWords } from '@/lib/confirming/queries'
import { getDeclarationDue } from '@/lib/conflicts/queries'
import type { Scope } from '@/lib/db'
import { listDrafts } from '@/lib/drafts/queries'
import { id } from '@/lib/fields'
import { textOf, type FormValues } from '@/lib/form-state'
import { listHandovers } from '@/lib/handovers/queries'
import { listToAnswer } from '@/lib/referrals/queries'
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
  const drafts = await listDrafts(scope)
  const notices = await listNotices(scope)
  const whose = [...drafts.map(draftPerson), ...notices.map(({ personId }) => personId)]
  const names = await getNames(scope, people ? whose : [])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    viewer,
    drafts: drafts.map((draft) => ({ ...draft, whose: nameOf(draftPerson(draft)) })),
    notices: notices.map((notice) => ({ ...notice, whose: nameOf(notice.personId) })),
    declaration: await getDeclarationDue(scope),
    waiting: (await listActs(scope, false)).slice(0, most),
    words: (await listWords(scope, null)).slice(0, most),
    referrals: await listToAnswer(scope, most),
    handovers: (await listHandovers(scope)).filter(({ mine }) => mine).slice(0, most),
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

/** Whom an unfinished form is about: the id it holds. Typed by nobody, and no more than a text. */
function draftPerson({ body }: { body: FormValues }): string | null {
  const found = id().safeParse(textOf(body, 'personId') || textOf(body, 'person'))
  return found.success ? found.data : null
}

/** What people are called, as far as the viewer may know; others are left out. */
async function getNames(scope: Scope, ids: (string | null)[]): Promise<Map<string, string>> {
  const people = [...new Set(ids.filter((one) => one !== null))]
  if (people.length === 0) return new Map()
  await lookAt(scope, people)
  const rows = await scope.db.$queryRaw<(Called & { id: string })[]>`
    select p.id, c.given, c.family, c.described
    from unnest(${people}::uuid[]) p(id) cross join page.called(p.id) c
    where c.given is not null or c.described is not null`
  return new Map(rows.map((row) => [row.id, calledWords(row)]))
}

const listNotices = ({ db, viewer }: Scope) =>
  db.notice.findMany({
    where: { userId: viewer.userId, seenAt: null },
    select: { id: true, kind: true, personId: true, subjectId: true, madeAt: true },
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
