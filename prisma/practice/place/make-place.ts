import { addDays } from '@/lib/dates'
import type { Hours, Place } from '@/lib/directory/rules/listed-service'
import { idFrom } from '@/lib/directory/rules/id-from'
import { postcodeArea } from '../city/postcodes'
import { institutions } from './institutions-data'
import { links } from './links-data'
import { services } from './services-data'

/** Rows, each from the start of a line; what is set in goes on from the line before. */
const rowsOf = (text: string) =>
  text
    .trim()
    .replace(/\n\s+/g, ' ')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
const orNull = (text: string | undefined) => (text ? text : null)
const numberOf = (text: string | undefined) => (text ? Number(text) : null)

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** `MO-FR 09:00-17:00; 1TU 18:30-20:30` as the directory holds it. */
function hoursOf(text: string, serviceId: string): Hours[] {
  return text
    .split(';')
    .filter((each) => each.trim() !== '')
    .map((each, at) => {
      const [on = '', times = ''] = each.trim().split(' ')
      const [opens = '', closes = ''] = times.split('-')
      const [from = '', to] = on.split('-')
      const days = to ? WEEK.slice(WEEK.indexOf(from), WEEK.indexOf(to) + 1).join(',') : from
      return {
        ...{ id: idFrom(serviceId, 'hours', String(at)), days, opens, closes },
        repeats: /^\d/.test(on) ? ('MONTHLY' as const) : ('WEEKLY' as const),
        ...{ from: null, to: null, words: null },
      }
    })
}

const placeOf = (serviceId: string, name: string, line: number): Place => ({
  ...{ id: idFrom(serviceId, 'place'), kind: 'physical', name, point: null },
  // Of the invented city's postcode area, which Royal Mail has not.
  address: {
    ...{ lines: `${line + 1} Invented Street`, city: 'Wrenford', county: null },
    postcode: `${postcodeArea}1 9ZZ`,
  },
  access: line % 3 === 0 ? ['A step at the door; ring, and somebody comes'] : ['No steps'],
})

/** Invented institutions of Wrenford, as rows of `place.institution`; `agency` is a key. */
export const makeInstitutions = () =>
  rowsOf(institutions).map(([key = '', sector, name = '', description, agency]) => ({
    ...{ id: idFrom('practice institution', key), key, sector, name, description },
    // A kickabout, a kitchen, two chairs: who they are would be known.
    small: sector === 'informal' || key === 'barbers' ? true : null,
    agency: orNull(agency),
    invented: true,
  }))

/**
 * Invented links between them, as rows of `place.link`; each said by the one it comes from.
 *
 * @param today `YYYY-MM-DD`: the days they were said on are counted back from it
 */
export function makeLinks(today: string) {
  const known = new Map(makeInstitutions().map((each) => [each.key, each]))
  return rowsOf(links).flatMap(([from = '', kind = '', strength, to = ''], line) =>
    to.split(' ').map((other) => {
      const [one, two] = [known.get(from), known.get(other)]
      if (!one || !two) throw new Error(`There is no institution ${from} or ${other}`)
      return {
        ...{ id: idFrom('practice link', from, kind, other), from_id: one.id, to_id: two.id },
        ...{ kind, strength: Number(strength), body: one.name, invented: true },
        said_on: addDays(today, -20 - ((line * 7) % 40)),
      }
    }),
  )
}

/**
 * Invented services of Wrenford, as rows of `place.service`. Telephone numbers are of the range
 * that Ofcom keeps for drama.
 *
 * @param today `YYYY-MM-DD`: days of confirmation are counted back from it
 */
export function makeServices(today: string) {
  const owners = new Map(makeInstitutions().map((each) => [each.key, each]))
  return rowsOf(services).map((row, line) => {
    const [owner = '', name = '', needs = '', ages = '', way, areas = '', hours = ''] = row
    const [capacity, wait, since, eligibility, words] = row.slice(7)
    const institution = owners.get(owner)
    if (!institution) throw new Error(`${name}: there is no institution ${owner}`)
    const id = idFrom('practice service', owner, name)
    const [minimum, maximum] = ages.split('-')
    const withheld = areas === 'withheld'
    return {
      ...{ id, institution_id: institution.id, name, description: words, status: 'active' },
      ...{ needs: needs.split(' '), eligibility, way_in: orNull(way) },
      ...{ minimum_age: numberOf(minimum), maximum_age: numberOf(maximum) },
      ...{ capacity: numberOf(capacity), wait_days: numberOf(wait) },
      phones: [`01632 960${String(400 + line)}`],
      terms: [],
      confirmed_by: since ? institution.name : null,
      confirmed_on: since ? addDays(today, -Number(since)) : null,
      ...{ withheld, invented: true },
      places: withheld ? null : [placeOf(id, institution.name, line)],
      areas: withheld ? null : areas === '*' ? ['Wrenford'] : areas.split(', '),
      hours: withheld ? null : hoursOf(hours, id),
    }
  })
}
