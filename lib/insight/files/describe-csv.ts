import { profiles } from '../rules/protection-profiles'
import type { Publication } from '../schema'
import { sayCoverage, sayDefinition, sayQuote } from '../publication-words'
import type { Table } from '../programme'
import { marginInWords } from '../words'
import { CONFIDENTIAL, type FlatTable } from './flatten-table'

// SDMX's own names for what every statistical office means by these columns.
const sdmx = 'http://purl.org/linked-data/sdmx/2009/'
const meanings: Readonly<Record<string, string>> = {
  area_code: `${sdmx}dimension#refArea`,
  age: `${sdmx}dimension#age`,
  sex: `${sdmx}dimension#sex`,
  people: `${sdmx}measure#obsValue`,
  note: `${sdmx}attribute#obsStatus`,
}

/**
 * What a CSV of ours holds, as CSV on the Web (W3C, Metadata Vocabulary for Tabular Data, 2015):
 * to be served beside the file under its name with `-metadata.json`.
 */
export function describeCsv(
  file: string,
  place: string,
  table: Table,
  publication: Publication,
  { columns }: FlatTable,
) {
  const { js } = profiles[publication.profile]
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: file,
    'dc:title': table.title,
    'dc:publisher': place,
    'dc:issued': { '@value': publication.publishedOn, '@type': 'xsd:date' },
    'dc:temporal': `${publication.from}/${publication.to}`,
    'dc:description': [
      sayCoverage(publication),
      ...sayDefinition(table),
      marginInWords(profiles[publication.profile]),
    ],
    'dc:bibliographicCitation': sayQuote(place, table, publication),
    dialect: { header: true, encoding: 'utf-8', delimiter: ',', lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columns.map(({ name, heading, about }) => ({
        name,
        titles: heading,
        'dc:description': about,
        propertyUrl: meanings[name] ?? `#${name}`,
        // An empty cell is no value, never an empty text or a zero.
        null: '',
        required: !['area_code', 'people', 'note'].includes(name),
        datatype:
          name === 'people'
            ? { base: 'string', format: `[1-9][0-9]*|0 to ${js}` }
            : name === 'note'
              ? { base: 'string', format: CONFIDENTIAL.replace(/[[\]]/g, '\\$&') }
              : 'string',
      })),
      primaryKey: columns.map(({ name }) => name).filter((name) => isKey(name)),
    },
  }
}

const isKey = (name: string) => !['area_code', 'people', 'note'].includes(name)
