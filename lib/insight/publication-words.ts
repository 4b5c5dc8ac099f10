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
  coverage.agencies.map(({ name, fedFrom, fedTo }) =>
    fedTo
      ? `${name}, ${fedFrom ? `${formatMonth(fedFrom)} to ` : 'to '}${formatMonth(fedTo)}`
      : `${name}, nothing yet`,
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
  gendered: [
    'How many of homelessness, substance use, mental health and domestic abuse are needs now: the ' +
      'four domains by which women are counted as often as men (Sosenko, Bramley and Johnsen, 2020).',
    `${atLeast} ${harmed}`,
  ],
  changing: [
    'How many of homelessness, substance use, justice, mental health and domestic abuse are needs ' +
      'now: the five of the Changing Futures programme, whose people have three or more.',
    `${atLeast} ${harmed}`,
  ],
  among: [`Of people with two or more of six needs, how many have each. ${atLeast}`],
  unsure: [
    'A record of theirs may be of the same person as another who is counted, and nobody has decided ' +
      'yet. Such people may be counted twice, and their needs and agencies apart.',
  ],
  joined: [
    'What overlap would be if every pair of records that waits for a decision were of one person. ' +
      'The truth is between this and the other tables, as far as suggestions reach. How often ' +
      'joined records are right, and how many pairs are never suggested, has not been measured here.',
  ],
  left_out: [
    'People in touch who are counted in no other table: those who objected to sharing everything, ' +
      'and those who asked not to be counted in figures for planning.',
  ],
  flow: [
    'Of each person’s first referral in twelve months that ended 56 days before the year counted ' +
      'did, so that everybody has had 56 days. Those who still wait are among all referred.',
    'Seen is a contact that was kept with the team that was asked. Only agencies that let their ' +
      'work be counted are seen.',
  ],
  refusal: [
    'People of whom a referral was declined in the year, by the reasons the receiving team gave; one ' +
      'person may have been declined for several. “We are full” is among them.',
  ],
  activity: [
    'Each is of people and not of contacts: somebody seen a hundred times counts once. A missed ' +
      'contact is also one that the agency missed.',
  ],
  direction: [
    'Domestic abuse as a need now. Harmed by someone holds who is not known to only cause harm; ' +
      'somebody may be both.',
  ],
  outcome: [
    'Treatment: a team’s work about substance use that began in twelve months that ended 84 days ' +
      'before the year did. A settled home: moved from none into one in twelve months that ended a ' +
      'year before, with none lost since.',
    'These say what came after, and not because of what. People come when things are worst, so some ' +
      'improve whatever is done.',
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
