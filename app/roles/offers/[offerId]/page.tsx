import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AnswerForm } from '@/app/roles/answer-forms'
import { SubPage } from '@/app/sub-page'
import { asViewer } from '@/lib/access/session'
import { formatDate } from '@/lib/dates'
import { getMyRoles } from '@/lib/roles/queries'
import { ownOfferWaits, roleWords } from '@/lib/roles/words'

// Also for the answer that there is nothing here, which has no form to say it.
export const metadata: Metadata = { title: 'A role for you' }

type Props = { params: Promise<{ offerId: string }> }

/** A role somebody offered to the reader, and their own answer. */
export default async function OfferPage({ params }: Props) {
  const { offerId } = await params
  const { viewer, mine } = await asViewer(getMyRoles, '/roles')
  const offer = mine.offers.find(({ id }) => id === offerId)
  if (!offer) notFound()
  return (
    <SubPage
      viewer={viewer}
      title="A role for you"
      about={`${roleWords(offer)}, ${offer.agency}`}
      back={{ href: '/roles', label: 'your roles' }}
    >
      <p className="mb-6">
        {offer.by} offered it on {formatDate(new Date(offer.at))}. {ownOfferWaits(offer)} You act in
        one role at a time, and two never add up. Your other agency’s administrators are told.
      </p>
      <AnswerForm offer={offer.id} formKey={randomUUID()} />
    </SubPage>
  )
}
