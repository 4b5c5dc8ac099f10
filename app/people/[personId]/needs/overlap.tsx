import { Card } from '@/components/ui/card'
import { NEED_DOMAINS, labelOf } from '@/lib/codes'
import type { PlainDate } from '@/lib/dates'
import type { Rating } from '@/lib/needs/queries'
import { definitions, overlapOf, standingOf } from '@/lib/needs/rules'
import { join } from '@/lib/people/because'

/**
 * The overlap by the published definitions, in a sentence each, from what this reader can see.
 * Never a badge.
 */
export function Overlap({ ratings, now }: { ratings: Rating[]; now: PlainDate }) {
  const standing = (domain: string) => standingOf(ratings, domain, now)
  return (
    <Card title="Which come together" titleId="overlap">
      <ul className="space-y-4">
        {definitions.map(({ key, name, domains }) => {
          const overlap = overlapOf(domains, standing)
          const present = domains.filter((domain) => standing(domain) === 'now')
          const words = present.map((domain) => labelOf(NEED_DOMAINS, domain).toLowerCase())
          return (
            <li key={key}>
              <p>
                {words.length === 0
                  ? 'None of these is a need now, as far as you can see.'
                  : `${sentenceCase(join(words, ' and '))}${words.length > 1 ? ', together now' : ' now'}.`}
                {overlap.past > 0 ? ` ${overlap.past} more in the last five years.` : ''}
                {overlap.unknown > 0
                  ? ` ${overlap.unknown} that you cannot tell from here, so this is at least.`
                  : ''}
              </p>
              <p className="text-note text-muted">{name}</p>
            </li>
          )
        })}
      </ul>
      <p className="mt-4 text-note text-muted">
        From what you can see: a colleague elsewhere may see more or less. It sorts nobody and
        decides nothing.
      </p>
    </Card>
  )
}

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
