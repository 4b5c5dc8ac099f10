import { strToU8, zipSync } from 'fflate'
import type { FileCell } from './flatten-table'

/** A sheet of a spreadsheet: its name, and lines of cells. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly FileCell[])[] }

const namespaces = [
  ['office', 'office'],
  ['table', 'table'],
  ['text', 'text'],
]
  .map(([short, name]) => `xmlns:${short}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const TYPE = 'application/vnd.oasis.opendocument.spreadsheet'

const manifest =
  declaration +
  '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"' +
  ' manifest:version="1.3">' +
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/>` +
  '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>' +
  '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>' +
  '</manifest:manifest>'

const styles = `${declaration}<office:document-styles ${namespaces} office:version="1.3"/>`

// Characters that XML 1.0 has no way to write.
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const escapeXml = (text: string) =>
  text
    .replace(UNWRITABLE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')

/** One line of words: a reader takes blanks in a row for one, unless they are counted. */
const paragraph = (words: string) =>
  `<text:p>${escapeXml(words.replace(/\s*[\r\n]+\s*/g, ' ')).replace(
    / {2,}/g,
    (blanks) => ` <text:s text:c="${blanks.length - 1}"/>`,
  )}</text:p>`

function writeCell(cell: FileCell): string {
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'string') {
    return `<table:table-cell office:value-type="string">${paragraph(cell)}</table:table-cell>`
  }
  const value = `office:value-type="float" office:value="${cell}"`
  return `<table:table-cell ${value}>${paragraph(String(cell))}</table:table-cell>`
}

// A row without a cell lets those below it move up in some readers.
const writeRow = (row: readonly FileCell[]) =>
  `<table:table-row>${(row.length > 0 ? row : [null]).map(writeCell).join('')}</table:table-row>`

const writeSheet = ({ name, rows }: Sheet) => {
  const columns = Math.max(1, ...rows.map(({ length }) => length))
  return (
    `<table:table table:name="${escapeXml(name)}">` +
    `<table:table-column table:number-columns-repeated="${columns}"/>` +
    `${(rows.length > 0 ? rows : [[]]).map(writeRow).join('')}</table:table>`
  )
}

/**
 * Sheets as an OpenDocument spreadsheet (ODS 1.3, ISO/IEC 26300): numbers are numbers, words are
 * words, and nothing is a formula. The same sheets always make the same bytes.
 */
export function writeOds(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const content =
    `${declaration}<office:document-content ${namespaces} office:version="1.3">` +
    `<office:body><office:spreadsheet>${sheets.map(writeSheet).join('')}` +
    '</office:spreadsheet></office:body></office:document-content>'
  return zipSync(
    {
      // First and not compressed: by it a program knows the file for what it is.
      mimetype: [strToU8(TYPE), { level: 0 }],
      'META-INF/manifest.xml': strToU8(manifest),
      'content.xml': strToU8(content),
      // Optional by the standard, and asked for by some readers.
      'styles.xml': strToU8(styles),
    },
    // A date of writing would say something and mean nothing; ZIP knows none before 1980.
    { mtime: new Date(1980, 0, 1) },
  )
}
