import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { today } from '@/lib/dates'
import { listHandovers } from '@/lib/handovers/queries'
import { askedWords, moveWords, waitsWords } from '@/lib/handovers/words'

export const metadata: Metadata = { title: 'Handovers' }

/** Handovers that wait: the viewer's own, and to a manager those of their teams. */
export default async function HandoversPage() {
  const asked = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'handover:answer')) return null
    return { viewer: scope.viewer, waiting: await listHandovers(scope) }
  }, '/handovers')
  if (!asked) notFound()
  const { viewer, waiting } = asked
  const now = today()
  return (
    <SubPage
      viewer={viewer}
      title="Handovers that wait"
      back={can(viewer, 'caseload:view') ? { href: '/caseload', label: 'the caseload' } : home}
    >
      {waiting.length === 0 ? (
        <EmptyState title="No handover waits for anybody." />
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {waiting.map((handing) => (
            <li key={handing.id} className="py-3">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4">
                <Link href={`/handovers/${handing.id}`} className="font-bold">
                  {handing.whose ?? 'Somebody'} {moveWords(handing)}
                </Link>
                <Tag tone={handing.mine ? 'caution' : 'neutral'}>
                  {handing.mine ? 'waits for you' : waitsWords(handing)}
                </Tag>
              </div>
              <span className="block text-note text-muted">{askedWords(handing, now)}</span>
            </li>
          ))}
        </ul>
      )}
    </SubPage>
  )
}

const home = { href: '/', label: 'Today' }
