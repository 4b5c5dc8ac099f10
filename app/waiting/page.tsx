import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { Done } from '@/app/done'
import { PageBody } from '@/components/layout/page-body'
import { EmptyState } from '@/components/ui/empty-state'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { listAnswers, listWords } from '@/lib/confirming/queries'
import type { Scope } from '@/lib/db'
import { listActs, listAsked } from '@/lib/waiting/queries'
import { ActList } from './act-list'
import { WordList } from './word-list'

export const metadata: Metadata = { title: 'Waits for you' }

const news: Record<string, string> = {
  agreed: 'Agreed. It counts from now, and can be undone below.',
  declined: 'Not agreed. Nothing has changed, and who asked is told.',
  answered: 'Your answer counts from now, and can be undone below.',
  undone: 'Undone. It is as it was.',
  'taken-back': 'Taken back. Nothing is opened or taken away by it.',
  confirmed: 'Confirmed. It counts from now, and can be taken back below.',
  'not-confirmed': 'Not confirmed. It opens nothing of what your agency gives.',
}

async function everything(scope: Scope) {
  const { viewer } = scope
  if (!can(viewer, 'waiting:decide') && !can(viewer, 'sharing:confirm')) return null
  return {
    viewer,
    waiting: await listActs(scope, false),
    words: await listWords(scope, null),
    asked: await listAsked(scope),
    done: await listActs(scope, true),
    answers: await listAnswers(scope),
  }
}

/**
 * What waits for this viewer's word, what they asked for and still waits, and what can be undone.
 */
export default async function WaitingPage() {
  const found = await asViewer(everything, '/waiting')
  if (!found) notFound()
  const { viewer, waiting, words, asked, done, answers } = found
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Waits for you"
        about="What takes access away from another agency, or opens to somebody what another gives, waits; what protects a person holds at once and is shown here. You see what was asked, and whatever is done can be undone."
        width="reading"
      >
        <Done news={news} />
        <h2 className="mb-3 text-heading-m">To decide</h2>
        {waiting.length + words.length === 0 ? (
          <EmptyState title="Nothing waits for you." />
        ) : (
          <>
            <ActList acts={waiting} />
            <WordList words={words} />
          </>
        )}
        {asked.length > 0 ? (
          <>
            <h2 className="mt-8 mb-3 text-heading-m">Asked for by you, and waiting</h2>
            <ActList acts={asked} />
          </>
        ) : null}
        <h2 className="mt-8 mb-3 text-heading-m">Done, and can be undone</h2>
        {done.length + answers.length === 0 ? (
          <EmptyState title="Nothing." />
        ) : (
          <>
            <ActList acts={done} />
            <WordList words={answers} />
          </>
        )}
      </PageBody>
    </ViewerPage>
  )
}
