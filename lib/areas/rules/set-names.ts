import type { AreaKind, ShapesFrom } from '../schema'

/** What a set is called, and when it held, as far as its file's name tells. */
export type SetLabel = {
  key: string
  name: string
  shapes: ShapesFrom
  validFrom: string | null
  validTo: string | null
}

const stem = (file: string) => file.replace(/^.*\//, '').replace(/\.(gz|geojson|json|csv)/g, '')

/** 'coventry_wards_2003_2026.geojson' → 'coventry-wards-2003-2026'. */
export const keyOf = (file: string) =>
  stem(file)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** 'coventry_lsoa21.geojson' → 'Coventry': the first word, where nobody says the place. */
export const placeOf = (file: string) => {
  const word = keyOf(file).split('-')[0] ?? ''
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/**
 * The ordinary day of elections of a year: the first Thursday in May (Representation of the
 * People Act 1983, section 37). Ward boundaries change with an election.
 */
export function electionDay(year: number): string {
  const first = new Date(Date.UTC(year, 4, 1)).getUTCDay()
  const day = 1 + ((4 - first + 7) % 7)
  return `${year}-05-0${day}`
}

/** First and last day of a span of years in a name: to the day for wards, else whole years. */
function spanOf(file: string, kind: AreaKind) {
  const years = /((?:19|20)\d{2})[-_ ](?:to[-_ ])?((?:19|20)\d{2})/.exec(stem(file))
  const [from, to] = [Number(years?.[1]), Number(years?.[2])]
  if (!years || to < from) return { validFrom: null, validTo: null, words: '' }
  const words = `, ${from} to ${to}`
  return kind === 'ward'
    ? { validFrom: electionDay(from), validTo: electionDay(to), words }
    : { validFrom: `${from}-01-01`, validTo: `${to}-12-31`, words }
}

const kindWords: Record<AreaKind, string> = {
  small: 'small areas',
  middle: 'middle areas',
  ward: 'wards',
  city: 'whole place',
}

/** Suggests a set's name, span and making from its file's name. */
export function labelOf(
  file: string,
  place: string,
  kind: AreaKind,
  vintage: string | null,
): SetLabel {
  const isBestFit = /best[-_ ]?fit/i.test(file)
  const { words, ...span } = spanOf(file, kind)
  const of = vintage === null ? '' : ` of 20${vintage}`
  const made = isBestFit ? ', put together from small areas' : ''
  return {
    key: keyOf(file),
    name: `${place}: ${kindWords[kind]}${of}${words}${made}`,
    shapes: isBestFit ? 'best-fit' : 'published',
    ...span,
  }
}
