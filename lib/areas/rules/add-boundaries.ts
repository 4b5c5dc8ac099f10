import type { AreaShape, NewAreaSet } from '../schema'
import { areaKindLabels } from '../schema'
import type { Build, Draft } from './build'
import { addLookup, draftsFor } from './build'
import { labelPoint } from './geometry'
import type { AreaColumn } from './own-column'
import { areaColumns, nameColumn, ownColumn } from './own-column'
import type { Boundaries } from './read-boundaries'
import type { SetLabel } from './set-names'
import { keyOf, labelOf } from './set-names'

/** A set with no areas yet. */
export function emptySet(build: Build, kind: NewAreaSet['kind'], label: SetLabel): NewAreaSet {
  return {
    ...label,
    kind,
    place: build.place,
    attribution: build.given.attribution,
    licence: build.given.licence,
    practice: build.given.practice,
    areas: [],
    populations: [],
    measures: [],
    postcodes: [],
    features: [],
  }
}

/** A label point, kept to seven decimals: about a centimetre. */
function centreOf(shape: AreaShape): [number, number] {
  const [lon, lat] = labelPoint(shape)
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}

/** Makes an area set of a file of shapes. Its other code columns wait for `linkBoundaries`. */
export function addBoundaries(build: Build, read: Boundaries): void {
  build.problems.push(...read.problems)
  if (read.features.length === 0) return
  const own = ownColumn(read.columns, read.features)
  if (!own) {
    const message =
      'no property holds an area code that is different for every area, such as LSOA21CD.'
    build.problems.push({ file: read.file, message })
    return
  }
  const label = labelOf(read.file, build.place, own.kind, own.vintage)
  const set = emptySet(build, own.kind, label)
  const [names, local] = [nameColumn(read.columns, own), nameColumn(read.columns, own, true)]
  for (const { cells, shape } of read.features) {
    const code = cells[own.column.index] ?? ''
    set.areas.push({
      code,
      name: (names && cells[names.index]) || code,
      localName: (local && cells[local.index]) || null,
      shape,
      centre: centreOf(shape),
    })
  }
  const codes = new Set(set.areas.map((area) => area.code))
  build.drafts.push({ set, vintage: own.vintage, codes })
  const kind = areaKindLabels[own.kind].toLowerCase()
  const message = `${set.areas.length} ${kind} with their shapes.`
  build.notes.push({ file: read.file, message })
}

/** The sets that a column of a row's own area points at, besides its own kind and year. */
export function targetsOf(build: Build, from: Draft, other: AreaColumn, codes: Set<string>) {
  return draftsFor(build, other.kind, other.vintage, codes).filter((d) => d !== from)
}

/** Writes down which areas of other sets a file of shapes says its areas lie in. */
export function linkBoundaries(build: Build, read: Boundaries): void {
  const own = ownColumn(read.columns, read.features)
  const from = build.drafts.find((draft) => draft.set.key === keyOf(read.file))
  if (!own || !from) return
  for (const other of areaColumns(read.columns, 'code')) {
    const codes = new Set(read.features.map((f) => f.cells[other.column.index] ?? ''))
    for (const to of targetsOf(build, from, other, codes)) {
      if (to.set.kind === from.set.kind) continue
      for (const { cells } of read.features) {
        const [code, toCode] = [cells[own.column.index] ?? '', cells[other.column.index] ?? '']
        const source = { file: read.file, column: other.column.name }
        if (to.codes.has(toCode)) addLookup(build, from, code, to, toCode, source)
      }
    }
  }
}

/** Wards put together from small areas held for as long as the wards they stand for. */
export function shareSpans(build: Build): void {
  for (const { set, codes } of build.drafts) {
    if (set.shapes !== 'best-fit' || set.validFrom !== null || set.validTo !== null) continue
    const twin = build.drafts.find(
      (d) =>
        d.set !== set &&
        d.set.kind === set.kind &&
        d.codes.size === codes.size &&
        [...codes].every((code) => d.codes.has(code)),
    )
    if (twin) [set.validFrom, set.validTo] = [twin.set.validFrom, twin.set.validTo]
  }
}
