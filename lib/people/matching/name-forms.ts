import { NICKNAMES } from '../nicknames-data'
import { NAME_FORMS } from './name-forms-data'
import { edits } from './similarity'

const groups = [...NICKNAMES, ...NAME_FORMS].map((line) => line.split(' '))

const groupsOf = new Map<string, number[]>()
groups.forEach((names, group) => {
  for (const name of names) {
    const known = groupsOf.get(name)
    if (known) known.push(group)
    else groupsOf.set(name, [group])
  }
})

/** Whether two folded given names are forms of one name: LIZ and BETH, MOHAMED and MUHAMMAD. */
export function sameForm(a: string, b: string): boolean {
  const left = groupsOf.get(a)
  const right = groupsOf.get(b)
  return left !== undefined && right !== undefined && left.some((group) => right.includes(group))
}

/**
 * Most full names one short form is blocked under, so that AL does not fetch the whole register.
 */
const mostFullNames = 4

/** The full names a given name may stand for, for blocking; itself when no list knows it. */
export function fullNames(name: string): string[] {
  const known = groupsOf.get(name)
  if (!known) return [name]
  const full = new Set(known.map((group) => groups[group]?.[0] ?? name))
  return [...full].slice(0, mostFullNames)
}

/** Whether one name, itself in no list, is one slip from a form of the other: EILLIAM and WILLY. */
export function slipOfForm(a: string, b: string): boolean {
  if (groupsOf.has(a) === groupsOf.has(b)) return false
  const [known, other] = groupsOf.has(a) ? [a, b] : [b, a]
  if (other.length < 4) return false
  return (groupsOf.get(known) ?? []).some((group) =>
    (groups[group] ?? []).some((form) => form.length > 3 && edits(form, other, 1) <= 1),
  )
}

/**
 * How a name can be a form of another, however written: `listed` in the lists, `slip`: one slip
 * from a listed one, or `none`. Two names have no form in common unless one is listed and the other
 * is not `none`.
 */
export function formKind(name: string): 'listed' | 'slip' | 'none' {
  if (groupsOf.has(name)) return 'listed'
  if (name.length < 4) return 'none'
  for (let length = Math.max(4, name.length - 1); length <= name.length + 1; length++) {
    for (const form of formsByLength.get(length) ?? []) {
      if (edits(form, name, 1) <= 1) return 'slip'
    }
  }
  return 'none'
}

const formsByLength = new Map<number, string[]>()
for (const form of groupsOf.keys()) {
  formsByLength.set(form.length, [...(formsByLength.get(form.length) ?? []), form])
}
