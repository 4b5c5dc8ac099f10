/** A postcode as typed. `norm` (no space) is for comparing, `display` for screens. */
export type CheckedPostcode = {
  norm: string
  display: string
  /** The part before the space (`CV1`), when the whole is of the right form. */
  outward: string | null
  check: 'ok' | 'warning'
  message?: string
}

/** The forms of BS 7666; letters that no postcode has in a place are left out. */
const FULL =
  /^([A-PR-UWYZ](?:[A-HK-Y]\d[\dABEHMNPRVWXY]?|\d[\dA-HJKPSTUW]?))(\d[ABD-HJLNP-UW-Z]{2})$/
/**
 * Stand-ins for an address that is none: ZZ99 of the NHS (Organisation Data Service, pseudo country
 * postcodes) and NF1 of justice systems. They say very different things, and none is evidence.
 */
const NO_PLACE = /^(ZZ99|NF1)/
const PSEUDO: Readonly<Record<string, string>> = {
  ZZ993VZ: 'no settled address',
  ZZ993WZ: 'an address that is not known',
  ZZ993CZ: 'England, and no more is known',
  ZZ993GZ: 'Wales, and no more is known',
  ZZ991WZ: 'Scotland, and no more is known',
  ZZ992WZ: 'Northern Ireland, and no more is known',
  ZZ996CZ: 'India',
}

/** What a stand-in says, or null for a postcode like others. */
function pseudoMeaning(norm: string): string | null {
  if (!NO_PLACE.test(norm)) return null
  if (norm.startsWith('NF1')) return 'no settled address'
  return PSEUDO[norm] ?? 'a country or a place that is not known'
}

/** Checks a postcode and puts the space in. Warns and never refuses: people know part of one. */
export function checkPostcode(raw: string): CheckedPostcode {
  const norm = raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const [, outward, inward] = FULL.exec(norm) ?? []
  const pseudo = pseudoMeaning(norm)
  if (outward && inward && pseudo === null) {
    return { norm, display: `${outward} ${inward}`, outward, check: 'ok' }
  }
  const display = raw.normalize('NFKC').toUpperCase().trim().replace(/\s+/g, ' ')
  const message = pseudo
    ? `This postcode stands for ${pseudo}.`
    : 'A full postcode is like CV1 1AA. Check it.'
  return { norm, display, outward: null, check: 'warning', message }
}

/** The text to compare postcodes by: `CV11AA`; of a bad one, what letters and digits it has. */
export const postcodeNorm = (raw: string): string => checkPostcode(raw).norm

/** Whether a postcode says that there is no settled address; other stand-ins say other things. */
export const standsForNoAddress = (raw: string): boolean =>
  pseudoMeaning(postcodeNorm(raw)) === 'no settled address'

/** Whether a postcode is a stand-in of any meaning: never evidence. */
export const isPseudoPostcode = (raw: string): boolean => NO_PLACE.test(postcodeNorm(raw))
