import { CATEGORIES } from '@/lib/access/categories'
import { labelOf } from '@/lib/codes'
import { formatDate, londonDate } from '@/lib/dates'
import { join } from '@/lib/people/because'
import type { Reader } from '@/lib/sharing/queries'

const grounds: Record<string, string> = {
  involvement: 'works with them',
  worker: 'named worker',
  named: 'named on the limited-access record',
  referral: 'has a referral for them',
  urgent: 'urgent access',
  archive: 'opened its own archive',
}

const levels = [
  { level: 4, words: 'can read' },
  { level: 3, words: 'see that it happened, not the words, of' },
  { level: 2, words: 'see that you are involved for' },
]

/** A team: on which ground, since when, and what it sees of one's own agency's entries. */
export function ReaderCard({ reader }: { reader: Reader }) {
  const { agency, team, people, since, until, own } = reader
  const name = team ? (team.startsWith(agency) ? team : `${agency}, ${team}`) : agency
  return (
    <li className="py-3">
      <p>
        <strong>{name}</strong>
        <span className="text-note text-muted">
          {' '}
          {people} {people === 1 ? 'person' : 'people'}, because it{' '}
          {join(
            reader.grounds.map((one) => grounds[one] ?? one),
            ' and ',
          )}
          , since {formatDate(londonDate(since))}
          {until ? `, until ${formatDate(londonDate(until))}` : ''}
        </span>
      </p>
      {own ? (
        <p className="text-note">Your own agency: reads all of its own entries.</p>
      ) : (
        <ul className="text-note">
          {levels.map(({ level, words }) => {
            const kinds = reader.sees.filter((one) => one.level === level)
            return kinds.length === 0 ? null : (
              <li key={level}>
                {words}: {kinds.map(({ categories }) => kindWords(categories)).join('; ')}
              </li>
            )
          })}
          {reader.sees.every(({ level }) => level < 2) ? (
            <li>sees none of what your agency holds</li>
          ) : null}
        </ul>
      )}
    </li>
  )
}

const kindWords = (categories: string[]) =>
  join(
    categories.map((category) => labelOf(CATEGORIES, category).toLowerCase()),
    ' with ',
  )
