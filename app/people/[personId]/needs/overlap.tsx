import { Card } from '@/components/ui/card'
import { NEED_DOMAINS, labelOf } from '@/lib/codes'
import type { PlainDate } from '@/lib/dates'
import { firstCapital } from '@/lib/first-capital'
import { sinceWords, togetherSince } from '@/lib/needs/findings'
import type { NeedLanes } from '@/lib/needs/lanes'
import { definitions, overlapOf, type Standing } from '@/lib/needs/rules'
import { join } from '@/lib/people/because'

/**
 * The overlap by the published definitions, in a sentence each, from what this reader can see.
 * Never a badge.
 */
export function Overlap({ rows, now }: { rows: readonly NeedLanes[]; now: PlainDate }) {
  const standing = (domain: string): Standing =>
    rows.find((row) => row.domain === domain)?.standing ?? 'unseen'
  const present = (domains: readonly string[]) =>
    domains.filter((domain) => standing(domain) === 'now')
  const words = (domains: readonly string[]) =>
    domains.map((domain) => labelOf(NEED_DOMAINS, domain).toLowerCase())
  const core = present(definitions[0].domains)
  const since = core.length > 1 ? togetherSince(rows, core, now) : null
  return (
    <Card title={titleOf(words(core))} titleId="overlap">
      {since ? (
        <p className="mb-4">
          The {core.length === 2 ? 'two' : 'three'} have come together {sinceWords(since, now)}, as
          far as you can see.
        </p>
      ) : null}
      <ul className="space-y-4">
        {definitions.map(({ key, name, domains }) => {
          const overlap = overlapOf(domains, standing)
          const named = words(present(domains))
          return (
            <li key={key}>
              <p>
                {named.length === 0
                  ? 'None of these is a need now, as far as you can see.'
                  : `${firstCapital(join(named, ' and '))}${named.length > 1 ? ', together now' : ' now'}.`}
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

function titleOf(core: string[]): string {
  if (core.length === 0) return 'Which come together'
  const words = firstCapital(join(core, ' and '))
  return core.length === 1 ? `${words} is a need now` : `${words} are needs now`
}
