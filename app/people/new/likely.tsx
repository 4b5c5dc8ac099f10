import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { formatPartialDate } from '@/lib/partial-date'
import { shownBirth } from '@/lib/people/births'
import { calledName } from '@/lib/people/identity'
import type { Found } from '@/lib/search/queries'

/** People open to the viewer who may be the one being added, each with why. */
export function Likely({ found }: { found: Found[] }) {
  return (
    <Card title="Is it one of these?" titleId="likely" className="mb-5">
      <ul className="divide-y divide-line">
        {found.map(({ personId, names, births, unnamed, reasons }) => {
          const named = names.map((name) => ({ ...name, agency: '', givenAt: '' }))
          const birth = shownBirth(births)
          const about = unnamed ? { description: unnamed, seenOn: '' } : null
          return (
            <li key={personId} className="py-3">
              <Link href={`/people/${personId}`} className="font-bold">
                {calledName({ names: named, unnamed: about })}
              </Link>
              <span className="block">
                {birth ? `Born ${formatPartialDate(birth)}` : 'Date of birth not known'}
              </span>
              <span className="block text-note text-muted">Matches: {reasons.join('; ')}</span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
