import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getLink } from '@/lib/identity/review'
import { ReviewForm } from '../../forms'
import { PairPage } from '../../pair-page'

export const metadata: Metadata = { title: 'A link to confirm' }

/** One link of the machine to confirm or undo. */
export default async function LinkPage({ params }: { params: Promise<{ linkId: string }> }) {
  const { linkId: id } = await params
  return (
    <PairPage
      id={id}
      title="Is this link right?"
      path={`/identity/links/${id}`}
      form="link"
      get={getLink}
    >
      {(given) => <ReviewForm key={id} formKey={randomUUID()} id={id} {...given} />}
    </PairPage>
  )
}
