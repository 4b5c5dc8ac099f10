import { formatDate, formatMonth } from '@/lib/dates'
import { programme, type Table } from './programme'
import type { Publication } from './schema'
import { profiles } from './rules/protection-profiles'
import { marginInWords } from './words'

const agencies = (count: number) => (count === 1 ? '1 agency' : `${count} agencies`)

/** Which people a publication counts, when: under every title. */
export const sayCoverage = ({ no, agencies: count, to }: Publication): string =>
  `Publication ${no} · people in touch with any of ${agencies(count)} in the year to ` +
  formatDate(to)

/** Which agencies fed a publication, each until which month: a day could be one contact's. */
export const listFed = ({ coverage }: Publication): string[] =>
  coverage.agencies.map(({ name, fedTo }) =>
    fedTo ? `${name}, to ${formatMonth(fedTo)}` : `${name}, nothing yet`,
  )

/** How to quote a table of a publication, so that its reader knows what it can bear. */
export const sayQuote = (place: string, table: Table, publication: Publication): string =>
  `${place}, Common Thread, publication ${publication.no} (${formatDate(publication.publishedOn)}): ` +
  `${table.title.toLowerCase()}. People in touch with any of ${agencies(publication.agencies)} in ` +
  `the year to ${formatDate(publication.to)}. ${marginInWords(profiles[publication.profile])}`

const atLeast =
  'A need counts where an agency’s last word in five years is that it is a need now. Not known and ' +
  'not asked count as not known to be, so every figure is “at least”.'
const harmed = 'Domestic abuse is being harmed; causing harm is not counted in it.'

const definitions: Readonly<Record<string, readonly string[]>> = {
  need: [`One person may have several needs. ${harmed}`],
  answer: [
    'What agencies last said in five years. A need now outweighs one of the past, and that one ' +
      '“not a need”, which has no column here. Not known and not asked are kept apart.',
  ],
  number: [atLeast],
  several: [atLeast],
  combination: [
    'Each person is in one combination of six needs: all that are needs now, and none of the others.',
    `${atLeast} ${harmed}`,
  ],
  core: [
    'How many of homelessness, substance use and justice are needs now: the three domains of Hard ' +
      'Edges (Lankelly Chase, 2015). That study counted other sources in 2010/11, so its levels ' +
      'are not to be compared with these.',
    atLeast,
  ],
  age: ['Age on the last day of the year counted.'],
  sex: ['Sex as recorded.'],
  group: [
    'Five groups of the 2021 Census. Records of some groups are joined less often, and such people ' +
      'then seem to have fewer needs and fewer agencies: read differences between groups with care.',
  ],
  agencies: [
    'How many agencies were in touch in the year. Records of one person that are not joined yet ' +
      'make this too low.',
  ],
}

/** What a table counts, in sentences: the population, the areas, then each variable. */
export const sayDefinition = (table: Table): readonly string[] => [
  `${programme.population}. Each person is counted once, however many records they have. Nobody ` +
    'under 18 is counted, nor anybody who objected.',
  ...(table.area === 'ward'
    ? [
        'The ward of the newest address. People with no settled address, with protected ' +
          'whereabouts or limited access are counted for the whole city only.',
      ]
    : []),
  ...new Set(table.by.flatMap((key) => definitions[key] ?? [])),
]
