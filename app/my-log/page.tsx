import type { Metadata } from 'next'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { asViewer } from '@/lib/access/session'
import { getMyLog } from '@/lib/audit/queries'
import { logPlaceSchema } from '@/lib/audit/schema'
import { groundWords, pageWord } from '@/lib/audit/words'
import { formatDateTime } from '@/lib/dates'
import { pagesOf } from '@/lib/paging'

export const metadata: Metadata = { title: 'What you opened' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Every worker can see their own log: the same lines that their information officer sees. */
export default async function MyLogPage({ searchParams }: Props) {
  const asked = await searchParams
  const { at, key } = logPlaceSchema.parse(asked)
  const { viewer, log } = await asViewer(
    async (scope) => ({
      viewer: scope.viewer,
      log: await getMyLog(scope, at && key ? { at, key } : {}),
    }),
    '/my-log',
  )
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="What you opened"
        about="Your own openings, in every role you have. Your information officer sees the same, with references for names."
      >
        {log.lines.length === 0 ? (
          <EmptyState title="You have opened nobody’s pages." />
        ) : (
          <Table
            caption="What you opened"
            captionHidden
            rows={log.lines}
            rowKey={(line) => line.key}
            columns={[
              { key: 'at', title: 'When', heading: true, cell: (line) => formatDateTime(line.at) },
              {
                key: 'person',
                title: 'Person',
                cell: ({ personId, name, reference }) =>
                  personId ? (
                    <Link href={`/people/${personId}`}>{name ?? reference}</Link>
                  ) : (
                    <>
                      <code>{reference}</code>
                      <span className="block text-note text-muted">not open to you now</span>
                    </>
                  ),
              },
              { key: 'page', title: 'Page', cell: ({ page }) => pageWord(page) },
              {
                key: 'ground',
                title: 'You could because',
                cell: ({ ground }) => groundWords(ground),
              },
              { key: 'agency', title: 'Acting for', cell: ({ agency }) => agency },
            ]}
          />
        )}
        <Pagination
          of="openings"
          {...pagesOf({ path: '/my-log', place: ['at', 'key'], asked, next: log.next })}
        />
      </PageBody>
    </ViewerPage>
  )
}
