/**
 * The digits to compare telephone numbers by: national form for the United Kingdom
 * (`07700900982`), `00` and the country for others. An extension is left out. Empty when the text
 * holds no digit.
 */
export function phoneNorm(raw: string): string {
  const plain = raw.normalize('NFKC').replace(/\b(?:ext|extension|x)\.?\s*\d+\s*$/i, '')
  const international = /^\D*\+/.test(plain)
  const digits = plain.replace(/\(0\)/, '').replace(/\D/g, '')
  if (!international) return digits.replace(/^0044/, '0').replace(/^00(?=7\d{9}$)/, '0')
  return digits.startsWith('44') ? `0${digits.slice(2).replace(/^0/, '')}` : `00${digits}`
}

/** Whether a text can be a telephone number at all: six to fifteen digits (ITU-T E.164). */
export const looksLikePhone = (raw: string): boolean => /^\d{6,17}$/.test(phoneNorm(raw))

/** A United Kingdom number in the groups it is read out in; any other as its digits. */
export function formatPhone(norm: string): string {
  const groups =
    /^(0[23]\d)(\d{4})(\d{4})$/.exec(norm) ??
    /^(01\d1|011\d|08\d\d|09\d\d)(\d{3})(\d{4})$/.exec(norm) ??
    /^(0[17]\d{3})(\d{3})(\d{3})$/.exec(norm)
  return groups ? groups.slice(1).join(' ') : norm
}

/** The first eight digits of the thousands that Ofcom sets aside for drama. */
const DRAMA = [
  ...['07700900', '01632960', '02079460', '02896496', '02920180', '03069990', '08081570'],
  ...['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161', '191'].map(
    (area) => `0${area}4960`,
  ),
]

/**
 * Whether a number is set aside for drama (Ofcom) or lies in a range not in use (04, 06), and so
 * can be nobody's. Takes a `phoneNorm`.
 */
export const phoneCannotBeReal = (norm: string): boolean =>
  /^0[46]\d{9}$/.test(norm) ||
  (/^0\d{10}$/.test(norm) && DRAMA.some((start) => norm.startsWith(start)))
