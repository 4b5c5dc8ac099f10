import { tableOf, type Table } from './programme'
import type { Publication } from './schema'

/** What an address asks for. */
export type Choice = { readonly publication: Publication; readonly before?: Publication }

type Asked = Readonly<Record<string, string | readonly string[] | undefined>>

// What a form or the framework puts into an address, which chooses nothing.
const NOT_CHOICES = new Set(['_rsc'])

/**
 * What is chosen by an address: a publication (`no`) and another to compare it with (`with`), both
 * among those published. Without any, the newest and the one before it. null for everything else:
 * an address typed by hand can name nothing that was not published, and no filter is quietly left
 * out.
 */
export function readChoice(publications: readonly Publication[], asked: Asked): Choice | null {
  const names = Object.keys(asked).filter((name) => !NOT_CHOICES.has(name))
  if (names.some((name) => name !== 'no' && name !== 'with')) return null
  const publication = asked.no === undefined ? publications[0] : find(publications, asked.no)
  if (!publication) return null
  const earlier = listEarlier(publications, publication)
  if (asked.with !== undefined) {
    const before = find(earlier, asked.with)
    return before ? { publication, before } : null
  }
  const [before] = earlier
  return before ? { publication, before } : { publication }
}

/** What a publication can be compared with: those before it of its profile, the newest first. */
export const listEarlier = (publications: readonly Publication[], publication: Publication) =>
  publications
    .slice(publications.findIndex(({ no }) => no === publication.no) + 1)
    .filter(({ profile, to }) => profile === publication.profile && to < publication.to)

const find = (publications: readonly Publication[], asked: string | readonly string[]) =>
  publications.find(({ no }) => String(no) === asked)

/**
 * A file of a published table: `needs.csv`, `needs.csv-metadata.json`, `needs.ods`, `needs.svg`.
 */
export type FigureFile = { readonly table: Table; readonly kind: FileKind }
export const fileKinds = ['csv', 'csv-metadata.json', 'ods', 'svg'] as const
export type FileKind = (typeof fileKinds)[number]

/** Which file a name asks for; null for a table never declared, or a kind we do not make. */
export function readFileName(name: string): FigureFile | null {
  const dot = name.indexOf('.')
  const table = tableOf(name.slice(0, Math.max(dot, 0)))
  const kind = fileKinds.find((one) => one === name.slice(dot + 1))
  return table && kind ? { table, kind } : null
}

const kindWords: Readonly<Record<FileKind, string>> = {
  csv: 'CSV',
  'csv-metadata.json': 'What the CSV’s columns are (CSV on the Web)',
  ods: 'Spreadsheet (ODS)',
  svg: 'Chart (SVG)',
}

/** The files of a table, with what they are. */
export const listFiles = (table: Table) =>
  fileKinds.map((kind) => ({ name: `${table.key}.${kind}`, label: kindWords[kind] }))
