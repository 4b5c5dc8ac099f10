import type { AreaKind, AreaLoad, NewAreaSet, NewLookup } from '../schema'
import type { Problem } from './problems'

/** A set being put together, with what is needed to find it again by its codes. */
export type Draft = { set: NewAreaSet; vintage: string | null; codes: Set<string> }

/** What whoever loads has said about the files. */
export type Given = {
  /** Shown wherever the sets are drawn. */
  attribution: string
  licence: string
  /** 'Coventry'; read from the files where it is not given. */
  place?: string
  practice: boolean
}

/** Everything read so far. One is made, filled file by file, and checked at the end. */
export type Build = {
  given: Given
  place: string
  drafts: Draft[]
  lookups: Map<string, NewLookup & { file: string }>
  problems: Problem[]
  /** One sentence a file: what was found in it. */
  notes: { file: string; message: string }[]
}

/**
 * Sets whose areas a column of codes may mean: the same kind, the same year where both say one,
 * and at least one code in common.
 */
export const draftsFor = (
  build: Build,
  kind: AreaKind,
  vintage: string | null,
  codes: Iterable<string>,
): Draft[] => {
  const list = [...codes]
  return build.drafts.filter(
    (draft) =>
      draft.set.kind === kind &&
      (vintage === null || draft.vintage === null || draft.vintage === vintage) &&
      list.some((code) => draft.codes.has(code)),
  )
}

/** Small areas nest in middle ones and everything in the place; wards are best fit. */
const lookupKind = (from: NewAreaSet, to: NewAreaSet): NewLookup['kind'] =>
  to.kind === 'ward' && to.shapes !== 'best-fit' && from.kind !== 'ward' ? 'best-fit' : 'nested'

/** Adds "this area lies in that one", once; two files that differ are a problem. */
export function addLookup(
  build: Build,
  from: Draft,
  fromCode: string,
  to: Draft,
  toCode: string,
  source: { file: string; line?: number; column: string },
  kind = lookupKind(from.set, to.set),
): void {
  const many = from.set.kind === to.set.kind
  const key = [from.set.key, fromCode, to.set.key, many ? toCode : ''].join('|')
  const known = build.lookups.get(key)
  if (known && known.toCode !== toCode) {
    const message = `${fromCode} is in ${toCode} here and in ${known.toCode} in ${known.file}.`
    build.problems.push({ ...source, message })
    return
  }
  if (known) return
  const lookup = { fromKey: from.set.key, fromCode, toKey: to.set.key, toCode, kind }
  build.lookups.set(key, { ...lookup, file: source.file })
}

export const toLoad = (build: Build): AreaLoad => ({
  sets: build.drafts.map((draft) => draft.set),
  lookups: [...build.lookups.values()].map(({ fromKey, fromCode, toKey, toCode, kind }) => ({
    fromKey,
    fromCode,
    toKey,
    toCode,
    kind,
  })),
})
