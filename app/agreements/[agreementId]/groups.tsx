import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { groupLabel, newestGroups, type Group } from '@/lib/agreements/versions'

type Props = { groups: Group[]; at: string; host: boolean }

/** Terms run from a giver to a group of teams: which teams those are. */
export function Groups({ groups, at, host }: Props) {
  if (groups.length === 0) return <EmptyState title="There is no group of teams yet." />
  return (
    <SummaryList
      rows={groups.map((group) => ({
        term: groupLabel(group),
        value: (
          <ul>
            {group.teams.map((team) => (
              <li key={team.id}>
                {team.name}
                {team.name.startsWith(team.agency) ? '' : `, ${team.agency}`}
              </li>
            ))}
          </ul>
        ),
        action:
          host && newestGroups(groups).includes(group) ? (
            <Link href={`${at}/groups/${group.id}`}>
              Change<span className="sr-only"> {group.name}</span>
            </Link>
          ) : undefined,
      }))}
    />
  )
}
