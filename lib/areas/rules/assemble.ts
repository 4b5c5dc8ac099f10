import type { AreaLoad } from '../schema'
import { addBoundaries, linkBoundaries, shareSpans } from './add-boundaries'
import { addTable } from './add-table'
import type { Build, Given } from './build'
import { toLoad } from './build'
import type { Problem } from './problems'
import type { Boundaries } from './read-boundaries'
import { readBoundaries } from './read-boundaries'
import type { Table } from './read-table'
import { readTable } from './read-table'
import { placeOf } from './set-names'

/** A file as text; compressed ones are unpacked before they come here. */
export type AreaFile = { file: string; text: string }

/** What was read: sets to write, a sentence for each file, and everything that was wrong. */
export type Assembly = {
  load: AreaLoad
  notes: { file: string; message: string }[]
  problems: Problem[]
}

const isBoundaries = ({ file, text }: AreaFile) =>
  /\.geo?json(\.gz)?$/i.test(file) || /^\s*\{/.test(text.slice(0, 200))

/** The place's own name, from a file of one outline, or the first word of a file's name. */
function placeName(read: readonly Boundaries[], files: readonly AreaFile[]): string {
  for (const { columns, features } of read) {
    const column = columns.find(
      ({ meaning: m }) => m.role === 'area' && m.kind === 'city' && m.part === 'name',
    )
    const name = features.length === 1 && column ? features[0]?.cells[column.index] : undefined
    if (name) return name
  }
  return placeOf(read[0]?.file ?? files[0]?.file ?? '')
}

/** Two rows of one set with one code: the second is refused. */
function checkCodes(build: Build): void {
  const keys = build.drafts.map((draft) => draft.set.key)
  keys.forEach((key, i) => {
    if (keys.indexOf(key) === i) return
    const message = 'another file makes a set of the same name. Give one of them another name.'
    build.problems.push({ file: key, message })
  })
}

/**
 * Puts area sets together from files as the Office for National Statistics publishes them:
 * GeoJSON boundaries first, then tables of names, populations, deprivation, lookups and
 * postcodes, in the order of their names. Pure: reads nothing, writes nothing.
 */
export function assembleAreas(files: readonly AreaFile[], given: Given): Assembly {
  const sorted = [...files].sort((a, b) => (a.file < b.file ? -1 : 1))
  const shapes = sorted.filter(isBoundaries).map((f) => readBoundaries(f.file, f.text))
  const tables = sorted.filter((f) => !isBoundaries(f)).map((f) => readTable(f.file, f.text))
  const build: Build = {
    given,
    place: given.place ?? placeName(shapes, files),
    drafts: [],
    lookups: new Map(),
    problems: [],
    notes: [],
  }
  shapes.forEach((read) => addBoundaries(build, read))
  shapes.forEach((read) => linkBoundaries(build, read))
  shareSpans(build)
  // Postcodes last: they need every set of small areas, those of a table included.
  const late = (table: Table) => table.columns.some((c) => c.meaning.role === 'postcode')
  const [first, last] = [tables.filter((t) => !late(t)), tables.filter(late)]
  for (const table of [...first, ...last]) addTable(build, table)
  build.problems.push(...tables.flatMap((table) => table.problems))
  checkCodes(build)
  return { load: toLoad(build), notes: build.notes, problems: build.problems }
}
