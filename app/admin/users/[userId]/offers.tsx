import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import type { User } from '@/lib/admin/queries'
import { formatDate } from '@/lib/dates'
import { offerWaits, roleWords } from '@/lib/roles/words'

/** Roles offered to a user here and not open yet, with whose yes each waits for. */
export function Offers({ user }: { user: User }) {
  if (user.offers.length === 0) return null
  return (
    <Card title="Offered, not open yet" titleId="offers">
      <SummaryList
        rows={user.offers.map((offer) => ({
          term: roleWords(offer),
          value: (
            <>
              {offerWaits(offer, user.name)}
              <span className="block text-note text-muted">
                offered by {offer.by}, {formatDate(new Date(offer.at))}
              </span>
            </>
          ),
          action: (
            <Link href={`/roles/waiting/${offer.id}`}>
              Take back<span className="sr-only"> {roleWords(offer)}</span>
            </Link>
          ),
        }))}
      />
    </Card>
  )
}
