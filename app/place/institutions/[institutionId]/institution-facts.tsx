import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import type { SummaryRow } from '@/components/ui/summary-list'
import { needWords, waitWords } from '@/lib/directory/words'
import type { Institution } from '@/lib/institutions/queries'
import { areasWords, sectorWords } from '@/lib/institutions/words'

const withheld = 'not kept, so that nobody can be found by it'

/** What is said of an institution, each a row; what nobody knows is said to be so. */
export function factsOf(one: Institution): SummaryRow[] {
  // Under five staff: a figure of it would be a figure of somebody.
  const figure = (words: string | null) =>
    one.small ? 'not shown: it has under five staff' : (words ?? <NotKnown />)
  return [
    { term: 'Sector', value: sectorWords(one.sector) ?? <NotKnown /> },
    { term: 'Helps with', value: needWords(one.needs).join(', ') || <NotKnown /> },
    { term: 'Areas', value: areasWords(one) ?? <NotKnown /> },
    { term: 'Address', value: one.withheld ? withheld : (one.address ?? <NotKnown />) },
    { term: 'Telephone', value: one.phone ?? <NotKnown /> },
    {
      term: 'Website',
      value: one.website ? (
        <Link href={one.website} rel="noreferrer" className="wrap-anywhere">
          {one.website}
        </Link>
      ) : (
        <NotKnown />
      ),
    },
    {
      term: 'Places at once',
      value: figure(one.capacity === null ? null : one.capacity.toLocaleString('en-GB')),
    },
    { term: 'Wait', value: figure(waitWords(one.wait_days)) },
  ]
}
