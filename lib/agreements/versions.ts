import { termState, type Term } from './rules'

type Team = { id: string; name: string; agency: string }
/** A group of teams in one version. It stands as it was made; a change is a version of its own. */
export type Group = {
  id: string
  name: string
  /** The first version, or null where this is it. */
  versionOf: string | null
  number: number
  teams: Team[]
  answers: { agencyId: string; answer: string; answeredAt: Date }[]
}

const first = ({ id, versionOf }: Pick<Group, 'id' | 'versionOf'>) => versionOf ?? id

/** A group's name with its number, where it has been changed. */
export const groupLabel = ({ name, number }: Pick<Group, 'name' | 'number'>): string =>
  number > 1 ? `${name} (version ${number})` : name

/** Of each group the last version: the one that may be given to, and changed. */
export const newestGroups = <G extends Pick<Group, 'id' | 'versionOf' | 'number'>>(
  groups: readonly G[],
): G[] =>
  groups.filter(
    (one) => !groups.some((other) => first(other) === first(one) && other.number > one.number),
  )

/** The last version of a group, by the id of any of them. */
export const newestOf = (groups: readonly Group[], id: string): Group | undefined => {
  const one = groups.find((group) => group.id === id)
  return one && newestGroups(groups).find((group) => first(group) === first(one))
}

const counts = (term: Term, now: Date) => termState(term, now) !== 'ended'

/** Versions that still matter: the last ones, and those that somebody's terms run to. */
export const groupsInUse = (groups: readonly Group[], terms: readonly Term[], now: Date): Group[] =>
  groups.filter(
    (group) =>
      newestGroups(groups).includes(group) ||
      terms.some((term) => term.groupId === group.id && counts(term, now)),
  )

/** A new version that waits for one giver's answer, and what would change. */
export type Waiting = { group: Group; terms: Term[]; added: Team[]; removed: Team[] }

/**
 * New versions of groups that an agency's terms run to: until its own officer accepts one, its
 * terms stay with the version they were given to.
 */
export function waitingFor(
  groups: readonly Group[],
  terms: readonly Term[],
  agencyId: string,
  now: Date,
): Waiting[] {
  return newestGroups(groups).flatMap((group) => {
    const older = groups.filter((one) => first(one) === first(group) && one.id !== group.id)
    const mine = terms.filter(
      (term) =>
        term.giverId === agencyId &&
        counts(term, now) &&
        older.some(({ id }) => id === term.groupId),
    )
    const had = older
      .filter(({ id }) => mine.some(({ groupId }) => groupId === id))
      .flatMap(({ teams }) => teams)
    const missing = (from: Team[], among: Team[]) =>
      from.filter(
        ({ id }, place) =>
          !among.some((team) => team.id === id) &&
          from.findIndex((team) => team.id === id) === place,
      )
    return mine.length === 0
      ? []
      : [
          {
            group,
            terms: mine,
            added: missing(group.teams, had),
            removed: missing(had, group.teams),
          },
        ]
  })
}
