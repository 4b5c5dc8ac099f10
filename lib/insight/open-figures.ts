import { flattenTable } from './files/flatten-table'
import { programme, tableOf, type Table } from './programme'
import { sayDefinition } from './publication-words'
import { listCells, listPublications, type ReadPublished } from './queries'
import { profiles } from './rules/protection-profiles'
import type { Publication } from './schema'
import { layTable } from './table-view'
import { marginInWords } from './words'

/** Until the place's board votes otherwise, the public has figures of the whole city alone. */
const isOpen = ({ area }: Table) => area === 'city'

const openPublications = async (read: ReadPublished) =>
  (await listPublications(read)).filter(({ profile }) => profile === 'open')

const aboutOf = ({ no, from, to, publishedOn, agencies }: Publication) => ({
  ...{ no, from, to, published: publishedOn, agencies },
  margin: marginInWords(profiles.open),
})

/** What is published for everybody, the newest year first, each with its tables, as JSON. */
export async function getOpenPublications(read: ReadPublished): Promise<string> {
  const publications = await openPublications(read)
  return JSON.stringify({
    population: programme.population,
    publications: publications.map((publication) => ({
      ...aboutOf(publication),
      tables: programme.tables.filter(isOpen).map(({ key, title }) => ({
        ...{ key, title },
        href: `/figures/${publication.no}/${key}`,
      })),
    })),
  })
}

/**
 * One declared table of the city as JSON: a line a cell, with people as a number, as a range in
 * words for a published 0, or null with the note `[c]` where it is withheld. null for a publication
 * that is not open, and for every table that was not declared, or is of a part of the city.
 */
export async function getOpenTable(
  read: ReadPublished,
  no: string,
  key: string,
): Promise<string | null> {
  const table = tableOf(key)
  if (!table || !isOpen(table)) return null
  const publication = (await openPublications(read)).find((one) => String(one.no) === no)
  if (!publication) return null
  const cells = await listCells(read, publication.no, key)
  if (cells.size === 0) return null
  const { columns, rows } = flattenTable(layTable(table, cells, []), 'open')
  return JSON.stringify({
    publication: aboutOf(publication),
    table: { key, title: table.title, definition: sayDefinition(table) },
    columns: columns.map(({ name, heading, about }) => ({ name, heading, about })),
    rows: rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]]))),
  })
}
