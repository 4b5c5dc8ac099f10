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
/** Stand-ins that health and justice systems use for people with nowhere settled to live. */
const NO_ADDRESS = /^(ZZ99|NF1)/

/** Checks a postcode and puts the space in. Warns and never refuses: people know part of one. */
export function checkPostcode(raw: string): CheckedPostcode {
  const norm = raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const [, outward, inward] = FULL.exec(norm) ?? []
  if (outward && inward && !NO_ADDRESS.test(norm)) {
    return { norm, display: `${outward} ${inward}`, outward, check: 'ok' }
  }
  const display = raw.normalize('NFKC').toUpperCase().trim().replace(/\s+/g, ' ')
  const message = NO_ADDRESS.test(norm)
    ? 'This postcode stands for no settled address.'
    : 'A full postcode is like CV1 1AA. Check it.'
  return { norm, display, outward: null, check: 'warning', message }
}

/** The text to compare postcodes by: `CV11AA`; of a bad one, what letters and digits it has. */
export const postcodeNorm = (raw: string): string => checkPostcode(raw).norm

/** Whether a postcode is a stand-in for *no settled address* (ZZ99, NF1): never evidence. */
export const standsForNoAddress = (raw: string): boolean => NO_ADDRESS.test(postcodeNorm(raw))
