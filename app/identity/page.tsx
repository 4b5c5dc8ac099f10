import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getTakeBack, listLinks, listPairs } from '@/lib/identity/review'
import { pagesOf } from '@/lib/paging'
import { LastDecision } from './last-decision'
import { ListTabs, pairColumns } from './pair-columns'
import { uuidIn } from './uuid'

export const metadata: Metadata = { title: 'Same person?' }

type Props = { searchParams: Promise<{ list?: string; after?: string; did?: string }> }

const lists = {
  pairs: {
    title: 'Same person?',
    about: 'Records that may be one person, likeliest first. Only identity is shown.',
    none: 'No pair waits for you.',
    path: '/identity',
    filters: {},
  },
  links: {
    title: 'Links to confirm',
    about: 'Linked by the machine. Until somebody confirms, only identity is shared.',
    none: 'No link waits for you.',
    path: '/identity/links',
    filters: { list: 'links' },
  },
  standing: {
    title: 'Links that stand',
    about: 'Confirmed or made by somebody, newest first. A wrong one can be undone at any time.',
    none: 'No link stands that is yours to look after.',
    path: '/identity/links',
    filters: { list: 'standing' },
  },
} as const

/** Records that may be one person, and links: those that wait for a look, and those that stand. */
export default async function IdentityPage({ searchParams }: Props) {
  const asked = await searchParams
  const key = asked.list === 'links' || asked.list === 'standing' ? asked.list : 'pairs'
  const list = lists[key]
  const [after, did] = [uuidIn(asked.after), uuidIn(asked.did)]
  const { viewer, found, last } = await asViewer(async (scope) => {
    const { viewer } = scope
    if (!can(viewer, 'identity:review')) return { viewer, found: null, last: null }
    const found =
      key === 'pairs'
        ? await listPairs(scope, after)
        : await listLinks(scope, key === 'links', after)
    return { viewer, found, last: did ? await getTakeBack(scope, did) : null }
  }, '/identity')
  if (!found) notFound()
  const { pairs, next } = found
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title={list.title} about={list.about}>
        <ListTabs here={key} />
        <LastDecision id={did} said={last} />
        <Card>
          {pairs.length === 0 ? (
            <EmptyState title={list.none}>
              New ones come as people are added and files are taken in.
            </EmptyState>
          ) : (
            <Table
              caption={list.title}
              captionHidden
              columns={pairColumns(list.path, pairs)}
              rows={pairs}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination
            of="pairs"
            {...pagesOf({
              ...{ path: '/identity', filters: list.filters, place: ['after'], asked },
              next: next ? { after: next } : null,
            })}
          />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
