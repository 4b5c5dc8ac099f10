import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { CATEGORIES } from '@/lib/access/categories'
import { labelOf } from '@/lib/codes'
import { formatDate, londonDate } from '@/lib/dates'
import type { Word, WordStates } from '@/lib/confirming/queries'
import { answerWords } from '@/lib/confirming/words'
import { WordList } from '@/app/waiting/word-list'
import type { listChoices, listObjections } from '@/lib/sharing/queries'

type Choice = Awaited<ReturnType<typeof listChoices>>[number]
type Objection = Awaited<ReturnType<typeof listObjections>>[number]

/** What the person said: objections and consents, what they cover, and whether they stand. */
export function ChoicesCard({
  choices,
  waiting,
  words,
  objections,
  here,
  mayRecord,
  mayAnswer,
}: {
  choices: Choice[]
  /** What others wrote down and waits for our word. */
  waiting: Word[]
  words: WordStates
  objections: Objection[]
  here: string
  mayRecord: boolean
  mayAnswer: boolean
}) {
  return (
    <Card
      title="What the person said about sharing"
      titleId="choices"
      more={mayRecord ? <Link href={`${here}/choice`}>Record what they said</Link> : undefined}
    >
      {waiting.length > 0 ? (
        <InsetText>
          <h3 className="mb-2 font-bold">Waits for your agency</h3>
          <p className="mb-2">
            Another service wrote this down, and would read by it what your agency gives. It waits,
            and opens nothing of yours until you confirm it.
          </p>
          <WordList words={waiting} naming={false} />
        </InsetText>
      ) : null}
      {objections.length > 0 ? (
        <ul className="mb-2 divide-y divide-line">
          {objections.map((one) => (
            <li key={one.id} className="py-2.5 first:pt-0">
              <p>
                <strong>An objection is recorded</strong> by {one.agency}, on{' '}
                {formatDate(londonDate(one.askedAt))}. {heldWords(one)}
              </p>
              {mayAnswer && one.decision === null ? (
                <Link href={`/waiting/${one.id}`}>Answer it</Link>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {choices.length + objections.length === 0 ? (
        <EmptyState title="Nothing that you can see." />
      ) : null}
      {choices.length === 0 ? null : (
        <ul className="divide-y divide-line">
          {choices.map((choice) => (
            <li key={choice.id} className="py-2.5">
              <p>
                <strong>{saidWords[choice.kind] ?? 'Agreed'}</strong> {coverWords(choice)}
              </p>
              <p className="text-note text-muted">
                {formatDate(choice.saidOn)}, {choice.how.replace(/\.+$/, '')}, recorded by{' '}
                {choice.by}.{standsWords(choice)}
              </p>
              {words.waits.has(choice.id) ? (
                <p className="text-note">
                  {choice.kind === 'consent'
                    ? 'It opens what your agency gives. What others give waits for their word, and stays closed until they confirm it.'
                    : 'It has ended for what your agency gives. What others give you stays closed until they confirm it.'}
                </p>
              ) : null}
              {words.answersTo(choice.id).map((answer) => (
                <p key={answerWords(answer)} className="text-note">
                  {answerWords(answer)}{' '}
                  {answer.own ? <Link href={`/waiting/words/${choice.id}`}>Look at it</Link> : null}
                </p>
              ))}
              {mayRecord && choice.own && choice.stands ? (
                <Link href={`${here}/choice/${choice.id}/withdraw`}>They changed their mind</Link>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function heldWords({ decision, answer }: Objection): string {
  if (decision === 'declined')
    return `It does not hold for what your agency gives: ${(answer ?? '').replace(/\.+$/, '')}.`
  return decision === 'agreed'
    ? 'Your agency keeps to it.'
    : 'It holds back what your agency gives, until your manager or the custodian says that it does not hold.'
}

const saidWords: Readonly<Record<string, string>> = {
  objection: 'Objected',
  not_counted: 'Not to be counted',
}

function coverWords({ aboutCategories, group, kind }: Choice): string {
  if (kind === 'not_counted') return 'in figures for planning. It changes nothing about their help'
  const what =
    aboutCategories.length === 0
      ? 'everything but safety'
      : aboutCategories.map((category) => labelOf(CATEGORIES, category).toLowerCase()).join(', ')
  return `to sharing ${what} with ${group ?? 'other agencies'}`
}

function standsWords({
  stands,
  withdrawnAt,
  overriddenBy,
  overrideReason,
  upheld,
}: Choice): string {
  if (withdrawnAt) return ' Withdrawn.'
  if (overriddenBy) return ` Overridden by a duty: ${overrideReason ?? ''}`
  if (!upheld) return ' Not upheld.'
  return stands ? ' In force.' : ' Over.'
}
