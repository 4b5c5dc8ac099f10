/**
 * Finds what could be a real person's: an NHS number outside 999 (never issued), a National
 * Insurance number outside QQ (never issued), a mobile number outside Ofcom's 07700 900000 to
 * 900999, and, in data files, a postcode in an area that exists
 * (none begins with Z but Shetland's ZE).
 * Sources: NHS data dictionary (modulus 11), HMRC NIM39110, Ofcom numbers for drama.
 *
 * @param {string} path decides whether postcodes count: they do in csv, json, geojson and sql
 * @param {string} text
 * @returns {{ line: number, what: string, text: string }[]} what was found is shown in part only
 */
export function findPersonal(path, text) {
  if (text.includes('\0')) return []
  const isData = /\.(csv|tsv|json|geojson|sql)$/i.test(path)
  return text.split('\n').flatMap((line, index) =>
    checks
      .filter(({ dataOnly }) => !dataOnly || isData)
      .flatMap(({ what, pattern, isReal }) =>
        [...line.matchAll(pattern)]
          .filter(([match]) => {
            const value = match.replaceAll(/[\s-]/g, '').toUpperCase()
            return isReal(value) && !published.has(value)
          })
          .map(([match]) => ({ line: index + 1, what, text: `${match.slice(0, 4)}…` })),
      ),
  )
}

// Printed as examples by those who issue them; the tests of the checks need some that are right.
const published = new Set(['9434765919', '4010232137', 'AB123456C', 'OA123456A', '07911123456'])

const checks = [
  {
    what: 'an NHS number',
    // Alone: not inside a longer number, a decimal, a hash or a version.
    pattern: /(?<![\w.+-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w.-]|\s?\d)/g,
    isReal: isNhsNumber,
  },
  {
    what: 'a National Insurance number',
    pattern: /(?<!\w)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)/gi,
    isReal: (value) => !/^(BG|GB|KN|NK|NT|TN|ZZ)/.test(value),
  },
  {
    what: 'a mobile number',
    pattern: /(?<![\w.+-])(?:\+44 ?7|07)\d{3} ?\d{3} ?\d{3}(?!\w)/g,
    isReal: (value) => !/^(\+44|0)7700900\d{3}$/.test(value),
  },
  {
    what: 'a postcode',
    pattern: /(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?!\w)/g,
    isReal: (value) => !/^Z[A-DF-Z]/.test(value),
    dataOnly: true,
  },
]

/** Ten digits whose last is right (weights 10 to 2, modulus 11), and not in the range kept free. */
function isNhsNumber(digits) {
  if (digits.startsWith('999') || /^(\d)\1*$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, i) => total + Number(digit) * (10 - i),
    0,
  )
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}
