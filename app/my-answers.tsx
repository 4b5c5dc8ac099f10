import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { labelOf, REFERRAL_REASONS } from '@/lib/codes'
import type { PlainDate } from '@/lib/dates'
import type { Handing } from '@/lib/handovers/queries'
import { askedWords, moveWords } from '@/lib/handovers/words'
import type { BoxReferral } from '@/lib/referrals/queries'
import { waited } from '@/lib/referrals/words'

/** Referrals that wait for this reader's answer, the longest first; nothing where none does. */
export function MyReferrals({ referrals, now }: { referrals: BoxReferral[]; now: PlainDate }) {
  if (referrals.length === 0) return null
  return (
    <Card
      title="Referrals to answer"
      titleId="referrals"
      more={<Link href="/referrals">All referrals</Link>}
    >
      <ul className="divide-y divide-line">
        {referrals.map(({ id, personId, whose, from, reason, sentAt }) => (
          <li key={id} className="flex items-center justify-between gap-4 py-2.5 first:pt-0">
            <span>
              <Link href={`/people/${personId}`}>{whose}</Link>
              <span className="block text-note text-muted">
                From {from}, {waited(sentAt, now)}: {labelOf(REFERRAL_REASONS, reason)}
              </span>
            </span>
            <ButtonLink href={`/referrals/${id}`} tone="secondary">
              Answer<span className="sr-only"> the referral of {whose}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Handovers that wait for this reader's word; nothing where none does. */
export function MyHandovers({ handovers, now }: { handovers: Handing[]; now: PlainDate }) {
  if (handovers.length === 0) return null
  return (
    <Card
      title="Handovers to confirm"
      titleId="handovers"
      more={<Link href="/handovers">All that wait</Link>}
    >
      <ul className="divide-y divide-line">
        {handovers.map((handing) => (
          <li
            key={handing.id}
            className="flex items-center justify-between gap-4 py-2.5 first:pt-0"
          >
            <span>
              <Link href={`/people/${handing.personId}`}>{handing.whose}</Link> {moveWords(handing)}
              <span className="block text-note text-muted">{askedWords(handing, now)}</span>
            </span>
            <ButtonLink href={`/handovers/${handing.id}`} tone="secondary">
              Read and confirm<span className="sr-only"> the handover of {handing.whose}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
