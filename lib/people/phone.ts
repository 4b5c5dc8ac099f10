import { isRounded, isStandInWord } from './stand-ins'

/**
 * The digits to compare telephone numbers by: national form for the United Kingdom
 * (`07700900982`), `00` and the country for others. An extension and a note beside the digits
 * (`(mum 2)`) are left out; a nought or a plus that a spreadsheet took is put back. Empty when the
 * text holds no digit.
 */
export function phoneNorm(raw: string): string {
  if (/^0[1-9]\d{8,9}$/.test(raw)) return raw // in its national form, as most are
  const plain = raw
    .normalize('NFKC')
    .replace(/\([^()]*\p{L}[^()]*\)/gu, '')
    .replace(/\b(?:ext|extension|x)\.?\s*\d+\s*$/i, '')
  const international = /^\D*\+/.test(plain)
  const digits = plain.replace(/\(0\)/, '').replace(/\D/g, '')
  if (international)
    return digits.startsWith('44') ? `0${digits.slice(2).replace(/^0/, '')}` : `00${digits}`
  return digits
    .replace(/^0044/, '0')
    .replace(/^44(?=[1237]\d{9}$)/, '0')
    .replace(/^0?0?(?=7\d{9}$)/, '0')
    .replace(/^(?=[12]\d{9}$)/, '0')
}

/** A telephone number as given: `norm` is empty where it is no number of anybody. */
export type CheckedPhone = { norm: string; check: 'ok' | 'none'; message?: string }

/** Typed along the keys, or noughts behind a beginning. */
const EXAMPLE_PHONES = /^(?:0?1234567890?|0712345678\d|0700000000\d*|0?(\d)\1{6,})$/

const none = (message: string): CheckedPhone => ({ norm: '', check: 'none', message })

/**
 * Checks a telephone number as typed or imported; never refuses, and what is no number is kept as
 * given. `live`: ranges that nobody has (Ofcom, *Numbers for use in TV and radio drama*; 04 and 06
 * are not in use) are no numbers, which the practice place's people have.
 */
export function checkPhone(raw: string, { live = false } = {}): CheckedPhone {
  if (isRounded(raw)) return none('Not a number: it has lost its digits in a spreadsheet.')
  const norm = phoneNorm(raw)
  if (isStandInWord(raw) || !hasDigits(norm)) return none('Not a telephone number.')
  if (EXAMPLE_PHONES.test(norm))
    return none('Not a number: it is what people type when they have none.')
  if (!hasLength(norm)) return none('Not a number: digits are missing, or there are too many.')
  if (live && phoneCannotBeReal(norm)) return none('Not a number: nobody can have it.')
  return { norm, check: 'ok' }
}

/**
 * A number of the United Kingdom has ten or eleven digits with its nought, a mobile eleven (Ofcom,
 * National Telephone Numbering Plan): one that a file's end cut off is nobody's.
 */
const hasLength = (norm: string) =>
  /^0[1-9]/.test(norm) ? /^(?:07\d{9}|0[1-689]\d{8,9})$/.test(norm) : true

/** Whether a text can be a telephone number at all: six to fifteen digits (ITU-T E.164). */
export const looksLikePhone = (raw: string): boolean => hasDigits(phoneNorm(raw))

const hasDigits = (norm: string) => /^\d{6,17}$/.test(norm)

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
  ...['01914980', '09098790'],
  ...['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'].map(
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
