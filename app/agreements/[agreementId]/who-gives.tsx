import { Link } from '@/components/ui/link'
import { CATEGORIES } from '@/lib/access/categories'
import { termMatrix } from '@/lib/agreements/matrix'
import type { Agreement } from '@/lib/agreements/queries'
import { groupLabel, type Group } from '@/lib/agreements/versions'
import { TermMatrix } from './matrix'

type Props = {
  agreement: Agreement
  groups: readonly Group[]
  /** The group that the address asks for; the first where it asks for none of these. */
  to: string | string[] | undefined
  /** The agency whose terms the reader may add; null where they may add none. */
  mine: string | null
  now: Date
}

/** Who gives what to one group of teams, and the way to each other group. */
export function WhoGives({ agreement, groups, to, mine, now }: Props) {
  const group = groups.find(({ id }) => id === to) ?? groups[0]
  if (!group) return null
  const at = `/agreements/${agreement.id}`
  const parties = agreement.parties
    .filter(({ leftAt }) => !(leftAt && leftAt <= now))
    .map(({ agency }) => agency)
    // Our own column first: the others may lie beyond the edge.
    .sort((one, other) => Number(other.id === mine) - Number(one.id === mine))
  const name = groupLabel(group)
  const matrix = termMatrix(agreement.terms, { id: group.id, name }, parties, CATEGORIES, now)
  return (
    <>
      <p className="mb-4 max-w-3xl text-muted">
        An empty cell gives nothing. Safety reaches everyone who may open the person, whatever
        stands here.{mine ? ' A cell of ours opens the form for that term.' : ''}
      </p>
      <nav aria-label="Which group receives" className="no-print mb-5">
        <p className="mb-1 font-bold">Which group receives?</p>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {groups.map((one) => (
            <li key={one.id}>
              {one === group ? (
                <strong aria-current="true">{groupLabel(one)}</strong>
              ) : (
                <Link href={`${at}?to=${one.id}#terms`}>{groupLabel(one)}</Link>
              )}
            </li>
          ))}
        </ul>
      </nav>
      <TermMatrix
        matrix={matrix}
        group={name}
        formFor={(giverId, category) =>
          giverId === mine ? `${at}/terms/new?what=${category}&to=${group.id}` : null
        }
      />
    </>
  )
}
