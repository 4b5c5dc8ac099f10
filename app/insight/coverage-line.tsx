import { Details } from '@/components/ui/details'
import { listFed } from '@/lib/insight/publication-words'
import type { Publication } from '@/lib/insight/schema'
import { showCount } from '@/lib/insight/shown'

type Props = { publication: Publication; people: number | null }

/** Whom the figures reach and whom not: agencies, objections, records not yet joined. */
export function CoverageLine({ publication, people }: Props) {
  const { coverage, profile, agencies } = publication
  const { objected, waitingPairs } = coverage
  return (
    <div className="text-note text-muted">
      <p className="mb-2">
        {showCount(people, profile).text} people in touch.{' '}
        {objected === null
          ? 'People who objected are not counted, and not how many they are.'
          : `${showCount(objected, profile).text} people objected and are not counted.`}{' '}
        {waitingPairs === 0
          ? 'No two records wait for somebody to say whether they are of one person.'
          : `${waitingPairs.toLocaleString('en-GB')} pairs of records wait for somebody to say ` +
            'whether they are of one person; until then such people are counted twice, and their ' +
            'needs and agencies apart.'}
      </p>
      <Details summary={`The ${agencies} agencies that fed these figures`}>
        <ul className="list-disc pl-5">
          {listFed(publication).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Details>
    </div>
  )
}
