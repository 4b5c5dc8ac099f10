import { Link } from '@/components/ui/link'
import type { Act } from '@/lib/waiting/queries'
import { actWords, askedWords } from '@/lib/waiting/words'

/** Acts as lines: what, about whom, who asked and when. */
export function ActList({ acts }: { acts: readonly Act[] }) {
  return (
    <ul className="divide-y divide-line">
      {acts.map((act) => (
        <li key={act.id} className="py-2.5 first:pt-0">
          <Link href={`/waiting/${act.id}`}>
            {actWords(act.kind, act.about)}: {whoWords(act)}
          </Link>
          <span className="block text-note text-muted">{askedWords(act)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The person, by name where the reader's own agency has one, and by reference. */
export const whoWords = ({ person, reference }: Pick<Act, 'person' | 'reference'>) =>
  person && reference ? `${person} (${reference})` : (person ?? `reference ${reference}`)
