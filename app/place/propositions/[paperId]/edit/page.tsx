import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { asFields } from '@/lib/propositions/schema'
import { mayWrite, openPaper } from '../../open-paper'
import { PaperForm } from '../../paper-form'

type Props = { params: Promise<{ paperId: string }> }

/** A new version of a proposition; those before stay. */
export default async function EditPropositionPage({ params }: Props) {
  const { paperId } = await params
  const path = `/place/propositions/${paperId}/edit`
  const { viewer, paper, found } = await openPaper(paperId, path, async (scope, one) =>
    mayWrite(scope.viewer, one)
      ? openDraft(scope, { form: 'proposition-version', subject: one.id, path })
      : null,
  )
  if (!found) notFound()
  return (
    <SubPage
      viewer={viewer}
      title="Write a new version"
      about={
        paper.first_at
          ? 'An agency has agreed to the version before; it has to agree again.'
          : `Upon version ${paper.version}, which stays as it is.`
      }
      back={{ href: `/place/propositions/${paperId}`, label: 'the proposition' }}
      width="reading"
    >
      <PaperForm
        paper={{ id: paper.id, version: paper.version }}
        formKey={randomUUID()}
        values={found.kept ?? asFields(paper.words)}
        draft={found.draft}
      />
    </SubPage>
  )
}
