import type { Metadata } from 'next'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { rowName, rowToDo } from '@/lib/caseload/words'
import {
  formatDate,
  formatDateTime,
  formatShortDate,
  formatTime,
  londonDate,
  today,
} from '@/lib/dates'
import { getToday } from '@/lib/today/queries'
import { DeclarationDue } from './declaration-due'
import { draftHref, draftWords } from './draft-places'
import { noticeWords } from './today-words'

// The template of the layout does not reach the page beside it.
export const metadata: Metadata = { title: { absolute: 'Today · Common Thread' } }

/** Mine only, at most ten of anything: what is booked, who needs me, what I had not finished. */
export default async function TodayPage() {
  const { viewer, declaration, drafts, notices, dates, caseload } = await asViewer(getToday, '/')
  const now = today()
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Today" about={formatDate(now)}>
        {declaration.due ? <DeclarationDue last={declaration.last} /> : null}
        <div className="grid gap-5 lg:grid-cols-2 lg:items-start">
          {caseload ? (
            <Card
              title="People of yours to look at"
              titleId="people"
              more={<Link href="/people">All my people</Link>}
            >
              {caseload.rows.length === 0 ? (
                <EmptyState title="Nobody of yours is waiting for anything." />
              ) : (
                <ul className="divide-y divide-line">
                  {caseload.rows.map((row) => (
                    <li key={row.personId} className="py-2.5 first:pt-0">
                      <Link href={`/people/${row.personId}`}>{rowName(row)}</Link>
                      <span className="block text-note text-muted">{rowToDo(row, now)}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          ) : null}
          {can(viewer, 'person:open') ? (
            <Card title="Your dates, today and tomorrow" titleId="dates">
              {dates.length === 0 ? (
                <EmptyState title="Nothing is booked for today or tomorrow." />
              ) : (
                <ul className="divide-y divide-line">
                  {dates.map(({ id, personId, startsAt, kind, place }) => (
                    <li key={id} className="flex gap-4 py-2">
                      <span className="w-32 shrink-0 font-bold">
                        {formatShortDate(londonDate(startsAt))} {formatTime(startsAt)}
                      </span>
                      <Link href={`/people/${personId}`}>
                        {[kind, place].filter(Boolean).join(', ')}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          ) : null}
          {notices.length > 0 ? (
            <Card title="New for you" titleId="notices">
              <ul className="divide-y divide-line">
                {notices.map(({ id, kind, personId, madeAt }) => (
                  <li key={id} className="py-2">
                    {personId ? (
                      <Link href={`/people/${personId}/team`}>{noticeWords(kind)}</Link>
                    ) : (
                      noticeWords(kind)
                    )}
                    <span className="block text-note text-muted">{formatDateTime(madeAt)}</span>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <Card title="Not finished" titleId="drafts">
            {drafts.length === 0 ? (
              <EmptyState title="You have no unfinished forms." />
            ) : (
              <ul className="divide-y divide-line">
                {drafts.map(({ form, subject, body, savedAt }) => (
                  <li key={`${form}/${subject}`} className="py-2">
                    <Link href={draftHref(form, body)}>{draftWords(form)}</Link>
                    <span className="block text-note text-muted">
                      Kept {formatDateTime(savedAt)}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </PageBody>
    </ViewerPage>
  )
}
