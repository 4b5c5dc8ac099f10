import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import type { Agreement } from '@/lib/agreements/queries'

type Props = { groups: Agreement['groups']; at: string; host: boolean }

/** Terms run from a giver to a group of teams: which teams those are. */
export function Groups({ groups, at, host }: Props) {
  if (groups.length === 0) return <EmptyState title="There is no group of teams yet." />
  return (
    <SummaryList
      rows={groups.map(({ id, name, teams }) => ({
        term: name,
        value: (
          <ul>
            {teams.map((team) => (
              <li key={team.id}>
                {team.name}
                {team.name.startsWith(team.agency) ? '' : `, ${team.agency}`}
              </li>
            ))}
          </ul>
        ),
        action: host ? (
          <Link href={`${at}/groups/${id}`}>
            Change<span className="sr-only"> {name}</span>
          </Link>
        ) : undefined,
      }))}
    />
  )
}
