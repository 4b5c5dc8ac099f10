import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { SubPage } from '@/app/sub-page'
import { listOffered } from '@/lib/propositions/offered'
import { mayWrite, openPaper } from '../../open-paper'
import { PinForm } from '../forms'

type Props = { params: Promise<{ paperId: string }> }

/** Figures that may be pinned to a proposition, each as it stands now. */
export default async function PinPage({ params }: Props) {
  const { paperId } = await params
  const { viewer, paper, found } = await openPaper(
    paperId,
    `/place/propositions/${paperId}/pin`,
    async (scope, one) => (mayWrite(scope.viewer, one) ? listOffered(scope) : null),
  )
  if (!found) notFound()
  return (
    <SubPage
      viewer={viewer}
      title="Pin a figure"
      about="It stays as it is now, with its source and day, whatever changes afterwards."
      back={{ href: `/place/propositions/${paperId}`, label: 'the proposition' }}
      width="reading"
    >
      <PinForm
        paper={paper.id}
        formKey={randomUUID()}
        figures={found.map(({ key, label, source }) => ({
          value: key,
          label: `${label} · ${source}`,
        }))}
      />
    </SubPage>
  )
}
