import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { formatDate, formatDateTime } from '@/lib/dates'
import type { getMyRoles } from '@/lib/roles/queries'
import { ownOfferWaits, roleWords } from '@/lib/roles/words'

/** Roles offered to the reader; and those closed since a password came by a link. */
export function OwnOffers({ mine }: { mine: Awaited<ReturnType<typeof getMyRoles>>['mine'] }) {
  const { offers, closed, password } = mine
  return (
    <>
      {offers.length > 0 ? (
        <>
          <h2 className="mt-8 mb-3 text-heading-m">Offered to you</h2>
          <ul className="mb-5 divide-y divide-line">
            {offers.map((offer) => (
              <li key={offer.id} className="py-2">
                <Link href={`/roles/offers/${offer.id}`}>
                  {roleWords(offer)}, {offer.agency}
                </Link>
                <span className="block text-note text-muted">
                  By {offer.by} on {formatDate(new Date(offer.at))}. {ownOfferWaits(offer)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {closed.length > 0 ? (
        <InsetText tone="caution">
          <h2 className="mb-1 text-heading-s">Closed for now</h2>
          <ul className="mb-2 list-disc pl-6">
            {closed.map((each) => (
              <li key={`${each.agency} ${each.role}`}>
                {roleWords(each)}, {each.agency}
              </li>
            ))}
          </ul>
          <p>
            {password
              ? `Your password was set anew by a link from ${password.by}, on ${formatDateTime(new Date(password.at))}. `
              : ''}
            Each opens again when a second person of that agency has asked you and says that it is
            you: an information officer, an administrator or a manager there.
          </p>
        </InsetText>
      ) : null}
      {closed.length === 0 && password ? (
        <p className="mt-5 text-note text-muted">
          Your password was last set by a link from {password.by}, on{' '}
          {formatDateTime(new Date(password.at))}. If that was not you, ring the partnership desk
          now.
        </p>
      ) : null}
    </>
  )
}
