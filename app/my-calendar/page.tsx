import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { InsetText } from '@/components/ui/inset-text'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getFeed } from '@/lib/appointments/feeds'
import { formatDate } from '@/lib/dates'
import { env } from '@/lib/env'
import { FeedForm } from './form'

export const metadata: Metadata = { title: 'Your calendar' }

/** A worker's own dates in the calendar they use: an address to give it, which can be ended. */
export default async function MyCalendarPage() {
  const { viewer, feed } = await asViewer(
    async (scope) => ({
      viewer: scope.viewer,
      feed: can(scope.viewer, 'person:open') ? await getFeed(scope) : null,
    }),
    '/my-calendar',
  )
  if (!can(viewer, 'person:open')) notFound()
  const origin = env().NEXTAUTH_URL ?? `http://${(await headers()).get('host') ?? ''}`
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Your calendar"
        about="The dates that you booked, in the calendar you use: when, two initials and a link. Nothing else leaves, and nothing of people whose whereabouts or name are protected."
      >
        {feed ? (
          <>
            <p>Give your calendar this address. Whoever has it reads your times and initials.</p>
            <InsetText>
              <code className="break-all">{`${origin}/calendar/${feed.token}`}</code>
            </InsetText>
            <p className="mb-4">
              {feed.readOn ? `Last read on ${formatDate(feed.readOn)}.` : 'Not read yet.'}
            </p>
            <FeedForm formKey={randomUUID()} what="make" submit="Make a new address" />
            <FeedForm formKey={randomUUID()} what="end" submit="End this calendar" second />
          </>
        ) : (
          <FeedForm formKey={randomUUID()} what="make" submit="Make an address" />
        )}
      </PageBody>
    </ViewerPage>
  )
}
