import { countInWords } from '@/lib/count-in-words'
import { firstCapital } from '@/lib/first-capital'
import { joinWords } from '@/lib/join-words'
import type { Stands } from './rules/find-stands'
import type { WhatIf } from './rules/what-if'
import { LINK_KINDS, STRENGTHS, type LinkKind } from './schema'

/** Names by id, for sentences. */
export type Names = ReadonlyMap<string, string>

const nameIn = (names: Names, id: string) => names.get(id) ?? 'one that is not known'

/** A kind of link by its label. */
export const kindWords = (kind: LinkKind): string =>
  LINK_KINDS.find(({ key }) => key === kind)?.label ?? kind

/** What one does for the other: `funds`, `sends people to`. */
export const kindSays = (kind: LinkKind): string =>
  LINK_KINDS.find(({ key }) => key === kind)?.says ?? kind

/** How strong a link is, in words. */
export const strengthWords = (strength: number): string =>
  STRENGTHS.find(({ key }) => key === String(strength))?.label ?? String(strength)

/** What the sheet finds, as its title. */
export function networkTitle({ between, onlyWaysIn }: Stands, names: Names): string {
  const [first] = between
  if (!first) return 'No link has been declared yet'
  const holds = `${nameIn(names, first.id)} holds the network together`
  const only = onlyWaysIn.find(({ id }) => id === first.id)
  if (!only) return holds
  const places = only.to.length === 1 ? 'one other' : `${countInWords(only.to.length)} others`
  return `${holds}, and is the only way in to ${places}`
}

/** On how many of the shortest ways it stands. */
export const betweenWords = (share: number): string =>
  `${Math.round(share * 100)} in 100 of the shortest ways from one to another pass through it`

/** Names in a sentence; where there are many, the first few and how many more. */
export function namesWords(ids: readonly string[], names: Names, most = 6): string {
  const all = ids.map((id) => nameIn(names, id)).sort((a, b) => a.localeCompare(b, 'en-GB'))
  if (all.length <= most) return joinWords(all)
  return `${all.slice(0, most).join(', ')} and ${all.length - most} more`
}

/** How many of the declared links would go, in a sentence. */
export function lostWords({ lost }: WhatIf, of: number): string {
  if (lost === 0) return 'No link to it has been declared, so none would go.'
  const links = `${lost} of ${of} declared links`
  return `${links} would go.`
}

/** Who would be linked to nobody else, in a sentence. */
export function cutOffWords({ cutOff }: WhatIf, names: Names): string {
  const all = cutOff.flat()
  if (all.length === 0) return 'Nobody: all others are linked another way.'
  const rest = all.length === 1 ? 'It has' : 'They have'
  return `${firstCapital(namesWords(all, names))}. ${rest} no other way to the rest.`
}

/** The kinds of link that somebody would lose, as words in a row. */
export const lostKinds = (kinds: readonly LinkKind[]): string =>
  joinWords(kinds.map((kind) => kindWords(kind).toLowerCase()))
