import { Link } from '@/components/ui/link'
import type { Word } from '@/lib/confirming/queries'
import { aboutWords, wordTitles } from '@/lib/confirming/words'
import { formatDateTime } from '@/lib/dates'
import { whoWords } from './act-list'

/** What others wrote down and waits for a giver's word, as lines; or what was answered. */
export function WordList({ words, naming = true }: { words: readonly Word[]; naming?: boolean }) {
  return (
    <ul className="divide-y divide-line">
      {words.map((word) => (
        <li key={word.id} className="py-2.5 first:pt-0">
          <Link href={`/waiting/words/${word.id}`}>
            {wordTitles[word.kind]}
            {naming ? `: ${whoWords(word)}` : ''}
          </Link>
          <span className="block text-note text-muted">
            {[
              word.agreement,
              word.kind === 'cohort' ? null : aboutWords(word.categories).toLowerCase(),
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
          <span className="block text-note text-muted">
            {word.answer
              ? answered(word)
              : `Written down ${formatDateTime(new Date(word.askedAt))}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

const answered = ({ answer, answeredBy, answeredAt }: Word) =>
  `${answer === 'confirmed' ? 'Confirmed' : 'Not confirmed'} by ${answeredBy ?? 'a colleague'}, ${formatDateTime(new Date(answeredAt ?? ''))}`
