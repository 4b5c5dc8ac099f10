import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlacePage } from '@/app/place/place-page'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { listPapers } from '@/lib/propositions/queries'
import { standingOf } from '@/lib/propositions/words'

export const metadata: Metadata = { title: 'Propositions' }

/** Cases for doing something together, put forward by those who would do it. */
export default async function PropositionsPage() {
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'place:view')) return null
    return { viewer: scope.viewer, papers: await listPapers(scope) }
  }, '/place/propositions')
  if (!found) notFound()
  const { viewer, papers } = found
  const writes = can(viewer, 'proposition:write')
  return (
    <PlacePage
      viewer={viewer}
      title="Propositions"
      width="reading"
      about="What several of us would do together: the need, who changes what, who pays and who saves."
    >
      {writes ? (
        <p className="mb-5">
          <Link href="/place/propositions/new">Begin a proposition</Link>
        </p>
      ) : null}
      {papers.length === 0 ? (
        <EmptyState title="Nobody has begun one yet." />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {papers.map((paper) => (
            <li key={paper.id} className="py-4">
              <h2 className="text-heading-s wrap-anywhere">
                <Link href={`/place/propositions/${paper.id}`}>{paper.words.title}</Link>
              </h2>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {standingOf(paper)}
                {paper.invented ? <Tag>invented</Tag> : null}
              </p>
              <p className="text-note text-muted">
                Begun by {paper.agency} · with{' '}
                {paper.words.partners.map(({ name }) => name).join(', ')}
              </p>
            </li>
          ))}
        </ul>
      )}
    </PlacePage>
  )
}
