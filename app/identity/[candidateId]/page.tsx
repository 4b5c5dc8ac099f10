import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getPair } from '@/lib/identity/review'
import { DecideForm } from '../forms'
import { PairPage } from '../pair-page'

export const metadata: Metadata = { title: 'Same person?' }

/** One pair to decide. */
export default async function CandidatePage({
  params,
}: {
  params: Promise<{ candidateId: string }>
}) {
  const { candidateId: id } = await params
  return (
    <PairPage id={id} title="Same person?" path={`/identity/${id}`} form="pair" get={getPair}>
      {(given) => <DecideForm key={id} formKey={randomUUID()} id={id} {...given} />}
    </PairPage>
  )
}
