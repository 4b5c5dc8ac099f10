import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { PaperForm } from '../paper-form'

/** A new proposition: a draft of one's own agency until it is shared. */
export default async function NewPropositionPage() {
  const path = '/place/propositions/new'
  const { viewer, opened } = await asViewer(
    async (scope) => ({
      viewer: scope.viewer,
      opened: can(scope.viewer, 'proposition:write')
        ? await openDraft(scope, { form: 'proposition', path })
        : null,
    }),
    path,
  )
  if (!opened) notFound()
  return (
    <SubPage
      viewer={viewer}
      title="Begin a proposition"
      about={`Only ${viewer.agency} reads it until you share it.`}
      back={{ href: '/place/propositions', label: 'propositions' }}
      width="reading"
    >
      <PaperForm formKey={randomUUID()} values={opened.kept} draft={opened.draft} />
    </SubPage>
  )
}
