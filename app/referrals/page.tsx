import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { labelOf, REFERRAL_REASONS } from '@/lib/codes'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { BOX, listBox, type BoxReferral } from '@/lib/referrals/queries'
import { isOpen } from '@/lib/referrals/rules'
import { standsWords, statusTone, statusWords } from '@/lib/referrals/words'

export const metadata: Metadata = { title: 'Referrals' }

async function boxes(scope: Scope) {
  if (!can(scope.viewer, 'referral:answer')) return null
  return {
    viewer: scope.viewer,
    received: await listBox(scope, 'in'),
    sent: await listBox(scope, 'out'),
  }
}

/** What was sent to the viewer's teams and what they sent: what is open first. */
export default async function ReferralBoxesPage() {
  const asked = await asViewer(boxes, '/referrals')
  if (!asked) notFound()
  const { viewer, received, sent } = asked
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Referrals" about={viewer.teams.join(', ')}>
        <div className="grid gap-5 lg:grid-cols-2 lg:items-start">
          <Box
            title="Sent to you"
            id="received"
            rows={received}
            empty="Nobody has referred anybody to your team yet."
          />
          <Box
            title="Sent by you"
            id="sent"
            rows={sent}
            empty="Your team has referred nobody yet. Open a person, then Referrals, to refer them."
          />
        </div>
      </PageBody>
    </ViewerPage>
  )
}

type BoxProps = { title: string; id: string; rows: readonly BoxReferral[]; empty: string }

function Box({ title, id, rows, empty }: BoxProps) {
  const open = rows.filter(({ status }) => isOpen(status) || status === 'draft')
  const over = rows.filter((row) => !open.includes(row))
  return (
    <Card title={title} titleId={id}>
      {rows.length === 0 ? <EmptyState title={empty} /> : null}
      <Lines rows={open} />
      {over.length > 0 ? (
        <>
          <h3 className="mt-5 mb-1 text-heading-s">Over</h3>
          <Lines rows={over} />
        </>
      ) : null}
      {rows.length === BOX ? (
        <p className="mt-3 text-note text-muted">
          The newest {BOX} are here. Older ones stand on each person’s page.
        </p>
      ) : null}
    </Card>
  )
}

function Lines({ rows }: { rows: readonly BoxReferral[] }) {
  const now = today()
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="py-2.5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link href={`/referrals/${row.id}`} className="font-bold">
              {row.whose ?? 'Somebody not open to you now'}
            </Link>
            <Tag tone={statusTone(row.status)}>{statusWords(row.status)}</Tag>
          </div>
          <span className="block text-note text-muted">
            {labelOf(REFERRAL_REASONS, row.reason)}
            {row.own ? `, to ${row.to}` : `, from ${row.from}`}. {standsWords(row, now)}.
          </span>
        </li>
      ))}
    </ul>
  )
}
