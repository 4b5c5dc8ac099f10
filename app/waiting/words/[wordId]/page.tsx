import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { openDraft } from '@/app/open-draft'
import { SubPage } from '@/app/sub-page'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { asViewer } from '@/lib/access/session'
import { getWord } from '@/lib/confirming/queries'
import { aboutWords, withWords, wordEffects, wordTitles } from '@/lib/confirming/words'
import { formatDate, formatDateTime } from '@/lib/dates'
import { id } from '@/lib/fields'
import { askedWords } from '@/lib/waiting/words'
import { whoWords } from '../../act-list'
import { TakeBackWordForm, WordForm } from '../forms'

export const metadata: Metadata = { title: 'Waits for your agency' }

type Props = { params: Promise<{ wordId: string }> }

/** What another agency wrote down that would open what ours gives: our word on it, or its end. */
export default async function WordPage({ params }: Props) {
  const { wordId } = await params
  if (!id().safeParse(wordId).success) notFound()
  const path = `/waiting/words/${wordId}`
  const { viewer, word, draft } = await asViewer(
    async (scope) => ({
      viewer: scope.viewer,
      word: await getWord(scope, wordId),
      draft: await openDraft(scope, { form: 'word', subject: wordId, path }),
    }),
    path,
  )
  if (!word) notFound()
  const { kind, personId, answeredAt } = word
  const row = (term: string, value: string | null) => (value === null ? [] : [{ term, value }])
  return (
    <SubPage
      viewer={viewer}
      title={wordTitles[kind]}
      back={{ href: '/waiting', label: 'what waits for you' }}
    >
      <SummaryList
        rows={[
          {
            term: 'About',
            value: personId ? (
              <Link href={`/people/${personId}/sharing`}>{whoWords(word)}</Link>
            ) : (
              whoWords(word)
            ),
          },
          ...row('Agreement', word.agreement),
          ...(kind === 'cohort'
            ? row('Told on', word.saidOn ? formatDate(word.saidOn) : 'Not told yet')
            : [
                ...row('What', aboutWords(word.categories)),
                ...row('Shared with', withWords(word)),
                ...row('Said on', word.saidOn ? formatDate(word.saidOn) : null),
                ...row('How it was said', word.how ?? 'Not yours to read'),
              ]),
          {
            term: 'Written down by',
            value: askedWords({ ...word, agency: word.agency ?? 'another service' }),
          },
          ...(answeredAt
            ? row(
                'Your agency’s answer',
                `${word.answer === 'confirmed' ? 'Confirmed' : 'Not confirmed'} by ${word.answeredBy}, ${formatDateTime(new Date(answeredAt))}`,
              )
            : []),
          ...row('Why not', word.reason),
        ]}
      />
      <div className="mt-6">
        {word.waits ? (
          <>
            <InsetText>{wordEffects[kind]}</InsetText>
            <WordForm word={wordId} formKey={randomUUID()} {...draft} />
          </>
        ) : (
          <TakeBackWordForm word={wordId} formKey={randomUUID()} />
        )}
      </div>
    </SubPage>
  )
}
