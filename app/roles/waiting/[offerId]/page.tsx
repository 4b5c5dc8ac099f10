import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AgreeForm, WithdrawForm } from '@/app/roles/answer-forms'
import { SubPage } from '@/app/sub-page'
import { SummaryList } from '@/components/ui/summary-list'
import { asViewer } from '@/lib/access/session'
import { formatDate, formatDateTime } from '@/lib/dates'
import type { Viewer } from '@/lib/db'
import { listWaiting, type OwnOffer as OwnOfferRow } from '@/lib/roles/queries'
import { mineWaits, roleWords } from '@/lib/roles/words'

// Also for the answer that there is nothing here, which has no form to say it.
export const metadata: Metadata = { title: 'A role that opens people' }

type Props = { params: Promise<{ offerId: string }> }

/** A role for a second person to agree to; or one that the reader's agency offered. */
export default async function AgreePage({ params }: Props) {
  const { offerId } = await params
  const found = await asViewer(listWaiting, '/roles/waiting')
  const offer = found?.roles.find(({ id }) => id === offerId)
  const mine = found?.mine.find(({ id }) => id === offerId)
  if (!found) notFound()
  if (!offer) return mine ? <OwnOffer viewer={found.viewer} offer={mine} /> : notFound()
  return (
    <SubPage
      viewer={found.viewer}
      title="A role that opens people"
      about={`${offer.user}: ${roleWords(offer)}`}
      back={{ href: '/roles/waiting', label: 'what waits for you' }}
    >
      <div className="mb-6">
        <SummaryList
          rows={[
            { term: 'Who', value: `${offer.user}, ${offer.email}` },
            { term: 'Role', value: roleWords(offer) },
            { term: 'Agency', value: offer.agency },
            { term: 'Offered by', value: `${offer.by}, ${formatDate(new Date(offer.at))}` },
            { term: 'Password', value: passwordWords(offer) },
          ]}
        />
      </div>
      <AgreeForm offer={offer.id} formKey={randomUUID()} />
    </SubPage>
  )
}

/** An offer of one's own agency, to take back while it waits. */
function OwnOffer({ viewer, offer }: { viewer: Viewer; offer: OwnOfferRow }) {
  return (
    <SubPage
      viewer={viewer}
      title="Take back this offer"
      about={`${offer.user}: ${roleWords(offer)}, ${offer.agency}`}
      back={{ href: '/roles/waiting', label: 'what waits' }}
    >
      <p className="mb-6">
        Offered on {formatDate(new Date(offer.at))}. {mineWaits(offer)}. Once it is taken back they
        are told, and it can be offered anew.
      </p>
      <WithdrawForm offer={offer.id} formKey={randomUUID()} />
    </SubPage>
  )
}

const passwordWords = ({ passwordSet, known }: { passwordSet: string | null; known: boolean }) => {
  if (!passwordSet)
    return 'Told when they have taken the role. If it is set by a link, you are asked once more whether it is they'
  const at = formatDateTime(new Date(passwordSet))
  return known ? `Set, ${at}` : `Set by a link, ${at}. Ask them whether it was they`
}
