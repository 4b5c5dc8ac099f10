import 'server-only'
import { z } from 'zod'
import { makeCells, type Cells } from './cells'
import { programme, readVersions } from './programme'
import { cellSchema, publicationSchema, type Publication } from './schema'

/** Asks the published figures, and nothing else can be asked through it. */
export type ReadPublished = <R extends object>(
  text: string,
  values: readonly unknown[],
) => Promise<R[]>

/**
 * Every publication of the programme of tables that is known here, the newest year first. One of
 * another version of the programme would be read by the wrong words, so it is not read.
 */
export async function listPublications(read: ReadPublished): Promise<Publication[]> {
  const rows = await read<object>(
    `select no, from_on::text as "from", to_on::text as "to", profile, agencies, coverage,
            (published_at at time zone 'Europe/London')::date::text as "publishedOn"
     from published.shown_publication where programme_version = any ($1) order by to_on desc, no desc`,
    [readVersions],
  )
  return z.array(publicationSchema).parse(rows)
}

/** The newest publication; undefined where nothing has been published. */
export const findNewestPublication = async (
  read: ReadPublished,
): Promise<Publication | undefined> => (await listPublications(read))[0]

/** The figures of one table of a publication; empty where it does not hold the table. */
export async function listCells(read: ReadPublished, no: number, tableKey: string): Promise<Cells> {
  const rows = await read<object>(
    'select keys, value from published.shown_cell where no = $1 and table_key = $2',
    [no, tableKey],
  )
  return makeCells(z.array(cellSchema).parse(rows))
}

/** All figures of a publication, by table. */
export async function listAllCells(
  read: ReadPublished,
  no: number,
): Promise<ReadonlyMap<string, Cells>> {
  const rows = await read<object>(
    'select table_key as "table", keys, value from published.shown_cell where no = $1',
    [no],
  )
  const found = z.array(cellSchema.extend({ table: z.string() })).parse(rows)
  return new Map(
    programme.tables.map(({ key }) => [key, makeCells(found.filter(({ table }) => table === key))]),
  )
}

/** One figure in every publication that has a row for it: by publication; null is withheld. */
export async function listOverTime(
  read: ReadPublished,
  tableKey: string,
  keys: readonly string[],
): Promise<ReadonlyMap<number, number | null>> {
  const rows = await read<object>(
    'select no, value from published.shown_cell where table_key = $1 and keys = $2::text[]',
    [tableKey, keys],
  )
  const found = z.array(cellSchema.pick({ value: true }).extend({ no: z.number() })).parse(rows)
  return new Map(found.map(({ no, value }) => [no, value]))
}
