import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { Batch, Opens } from '@/lib/transfer/queries'
import { namesWords, peopleWords } from '@/lib/transfer/words'

/** Who will be able to open the people of a file, in people and teams, before it goes in. */
export function WhoOpens({ batch, opens }: { batch: Batch; opens: Opens[] }) {
  const nobody =
    batch.shape === 'people' && batch.listKind === 'reference'
      ? 'Nobody. This is a reference list: it stays your agency’s own file.'
      : 'Nobody who cannot open them already.'
  return (
    <Card title="Who will be able to open these people" titleId="opens" className="mb-5">
      {opens.length === 0 ? <p>{nobody}</p> : null}
      <ul className="space-y-2">
        {opens.map(({ team, people, workers }) => (
          <li key={team}>
            <span className="font-bold">
              {team}: {peopleWords(people)} more
            </span>
            <span className="block text-muted">
              {workers.length === 0
                ? 'Nobody works in this team yet.'
                : `Opened by ${namesWords(workers)}, and by whoever joins the team.`}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-note text-muted">
        Other agencies see of them what your agreements allow, where they work with the same person.
      </p>
      <p className="mt-2">
        <Link href={`/transfer/${batch.id}?columns=change`}>
          Change the team, or how the columns are read
        </Link>
      </p>
    </Card>
  )
}
