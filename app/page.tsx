import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { rowName, rowToDo } from '@/lib/caseload/words'
import { formatDate, formatDateTime, today } from '@/lib/dates'
import { getToday } from '@/lib/today/queries'
import { ActList } from './waiting/act-list'
import { WordList } from './waiting/word-list'
import { DeclarationDue } from './declaration-due'
import { MyDates } from './my-dates'
import { MyHandovers, MyReferrals } from './my-answers'
import { draftHref, draftWords } from './draft-places'
import { PutAwayForm } from './put-away'
import { noticePlace, noticeWords } from './today-words'

// The template of the layout does not reach the page beside it.
export const metadata: Metadata = { title: { absolute: 'Today · Common Thread' } }

/** Mine only, at most ten of anything: what is booked, who needs me, what I had not finished. */
export default async function TodayPage() {
  const mine = await asViewer(getToday, '/')
  const { viewer, declaration, drafts, waiting, words, notices, dates, caseload, unallocated } =
    mine
  const now = today()
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Today" about={formatDate(now)}>
        {declaration.due ? <DeclarationDue last={declaration.last} /> : null}
        {unallocated > 0 ? (
          <p className="mb-5">
            <Link href="/caseload?show=unallocated" className="font-bold">
              {unallocated === 1
                ? '1 person is not allocated'
                : `${unallocated} people are not allocated`}
            </Link>
            <span className="block text-note text-muted">
              Nobody who works here is named for them. Choose who takes them on.
            </span>
          </p>
        ) : null}
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
          <MyReferrals referrals={mine.referrals} now={now} />
          <MyHandovers handovers={mine.handovers} now={now} />
          {can(viewer, 'person:open') ? <MyDates dates={dates} now={now} /> : null}
          {can(viewer, 'waiting:decide') || words.length > 0 ? (
            <Card
              title="Waits for you"
              titleId="waiting"
              more={<Link href="/waiting">All, and what can be undone</Link>}
            >
              {waiting.length + words.length === 0 ? (
                <EmptyState title="Nothing waits for your word." />
              ) : null}
              <ActList acts={waiting} />
              <WordList words={words} />
            </Card>
          ) : null}
          {notices.length > 0 ? (
            <Card title="New for you" titleId="notices">
              <ul className="divide-y divide-line">
                {notices.map(({ id, kind, personId, subjectId, madeAt, whose }) => (
                  <li key={id} className="py-2">
                    <NoticeLine kind={kind} personId={personId} subjectId={subjectId} />
                    {whose ? <span className="block">{whose}</span> : null}
                    <span className="block text-note text-muted">{formatDateTime(madeAt)}</span>
                    <PutAwayForm notice={id} formKey={randomUUID()} />
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
                {drafts.map(({ form, subject, body, savedAt, whose }) => (
                  <li key={`${form}/${subject}`} className="py-2">
                    <Link href={draftHref(form, body)}>{draftWords(form)}</Link>
                    {whose ? `: ${whose}` : null}
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

type NoticeLineProps = { kind: string; personId: string | null; subjectId: string | null }

/** A notice leads to where it can be looked at. */
function NoticeLine({ kind, personId, subjectId }: NoticeLineProps) {
  const href = noticePlace(kind, subjectId) ?? (personId ? `/people/${personId}/team` : null)
  return href ? <Link href={href}>{noticeWords(kind)}</Link> : noticeWords(kind)
}
