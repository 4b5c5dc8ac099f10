import { CsvError, parse } from 'csv-parse/sync'
import { decodeFile } from '@/lib/transfer/decode'
import { sniffDelimiter } from '@/lib/transfer/delimiter'
import { FileRefused } from '@/lib/transfer/problems'
import type { Link } from './build-network'

/** What a file of links holds: links, names with a blank beside them, and what to say of it. */
export type LinkFile = { links: Link[]; alone: string[]; notes: string[] }

type Parsed = { record: string[]; info: { lines: number } }

function parseRows(text: string): Parsed[] {
  try {
    return parse(text, {
      delimiter: sniffDelimiter(text),
      record_delimiter: '\n',
      info: true,
      relax_column_count: true,
    }) as unknown as Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? ` in line ${error['lines']}` : ''
    throw new FileRefused(`A quotation mark${line} is not opened and closed as CSV asks.`)
  }
}

/** A name as it is compared: one form of each letter, one blank between words. */
const nameIn = (cell: string | undefined) =>
  (cell ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim()

const isBlank = (cell: string) => cell.trim() === ''

/**
 * Reads a CSV file whose columns `from` and `to` name both ends of a link; other columns are left
 * alone. A row with one name and a blank names a node that is linked to nobody, unless another row
 * links it. Throws `FileRefused`, in words for whoever sent it, for what is no such file, and for a
 * row with more cells than headings, since a comma in a name would make two names of one.
 */
export function readLinks(bytes: Uint8Array): LinkFile {
  const text = decodeFile(bytes).text.replace(/\r\n?/g, '\n')
  const rows = parseRows(text).filter(({ record }) => !record.every(isBlank))
  const [head, ...body] = rows
  if (!head) throw new FileRefused('This file is empty.')
  const headings = head.record.map((cell) => nameIn(cell).toLowerCase())
  const column = (heading: string) => {
    const place = headings.indexOf(heading)
    if (place === -1) throw new FileRefused(`The first line must name a column “${heading}”.`)
    if (headings.lastIndexOf(heading) !== place) {
      throw new FileRefused(`The first line names a column “${heading}” twice.`)
    }
    return place
  }
  const [from, to] = [column('from'), column('to')]
  const file: LinkFile = { links: [], alone: [], notes: [] }
  for (const { record, info } of body) {
    if (!record.slice(headings.length).every(isBlank)) {
      const counts = `${record.length} cells where the heading has ${headings.length}`
      throw new FileRefused(`Line ${info.lines} has ${counts}. Put names with a comma in quotes.`)
    }
    const [one, two] = [nameIn(record[from]), nameIn(record[to])]
    if (one !== '' && two !== '') file.links.push({ from: one, to: two })
    else if (one !== '' || two !== '') {
      file.alone.push(one || two)
      file.notes.push(`Line ${info.lines} names “${one || two}” alone: no link is made of it.`)
    } else file.notes.push(`Line ${info.lines} names nobody.`)
  }
  if (file.links.length + file.alone.length === 0) throw new FileRefused('This file has no links.')
  return file
}
