import { nameGroups } from './nicknames-data'

const groupsOf = new Map<string, number[]>()
nameGroups.forEach((line, group) => {
  for (const name of line.split(' ')) {
    const groups = groupsOf.get(name)
    if (groups) groups.push(group)
    else groupsOf.set(name, [group])
  }
})

/** Whether two folded given names are forms of one name (Liz and Elizabeth, Mohamed and Muhammad). */
export function sameNickname(a: string, b: string): boolean {
  const left = groupsOf.get(a)
  const right = groupsOf.get(b)
  return left !== undefined && right !== undefined && left.some((group) => right.includes(group))
}

/**
 * The formal names a given name may stand for, for blocking: the first name of each of its groups,
 * or itself. At most three, so that "Bert" does not fetch the whole register.
 */
export function formalNames(name: string): string[] {
  const groups = groupsOf.get(name)
  if (!groups) return [name]
  return groups.slice(0, 3).map((group) => (nameGroups[group] ?? name).split(' ')[0] ?? name)
}
