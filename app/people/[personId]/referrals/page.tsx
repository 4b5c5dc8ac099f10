import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { can } from '@/lib/access/policy'
import { labelOf, REFERRAL_REASONS } from '@/lib/codes'
import { today } from '@/lib/dates'
import { listReferrals, type ListedReferral } from '@/lib/referrals/queries'
import { isOpen } from '@/lib/referrals/rules'
import { standsWords, statusTone, statusWords } from '@/lib/referrals/words'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'

export const metadata: Metadata = { title: 'Referrals' }

type Props = { params: Promise<{ personId: string }> }

/** Who was asked to take them on, for what, and what came of it. */
export default async function ReferralsPage({ params }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'referrals',
    (scope, { personId: id }) => listReferrals(scope, id),
  )
  const open = asked.filter(({ status }) => isOpen(status) || status === 'draft')
  const over = asked.filter((each) => !open.includes(each))
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <div className="max-w-3xl">
        <div className="mb-4 flex items-center justify-between gap-4">
          <h2 className="text-heading-m">Referrals that are open</h2>
          {can(viewer, 'referral:send') && !strip.died?.sure ? (
            <ButtonLink href={`/people/${personId}/referrals/new`}>Refer them</ButtonLink>
          ) : null}
        </div>
        {open.length === 0 ? (
          <EmptyState title="No referral is open, as far as you can see." />
        ) : (
          <Lines referrals={open} />
        )}
        {over.length > 0 ? (
          <>
            <h2 className="mt-8 mb-4 text-heading-m">Before</h2>
            <Lines referrals={over} />
          </>
        ) : null}
      </div>
    </PersonPage>
  )
}

function Lines({ referrals }: { referrals: readonly ListedReferral[] }) {
  const now = today()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {referrals.map((one) => (
        <li key={one.id} className="py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link href={`/referrals/${one.id}`} className="font-bold">
              {labelOf(REFERRAL_REASONS, one.reason)}: to {one.to}
            </Link>
            <Tag tone={statusTone(one.status)}>{statusWords(one.status)}</Tag>
          </div>
          <span className="block text-note text-muted">
            From {one.from}. {standsWords(one, now)}.
          </span>
        </li>
      ))}
    </ul>
  )
}
