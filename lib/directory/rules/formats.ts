/**
 * Forms that the standard asks of texts (JSON Schema's formats, as ajv-formats and the standard's
 * own validator read them). zod's own are wider or narrower: its `url()` takes blanks and scripts
 * (findings/zod-url-is-not-a-uri.sh), its `uuid()` refuses ids made by hand
 * (findings/three-readers-of-one-uuid.sh).
 */

/** 36 letters of RFC 9562, of any version. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/**
 * A whole address with its scheme, in the letters of RFC 3986: é and blanks are written as %C3%A9.
 */
export function isUri(text: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})+$/i.test(text)) return false
  return !/^https?:/i.test(text) || (/^https?:\/\/[^/?#]/i.test(text) && URL.canParse(text))
}

/** One e-mail address, in the letters of RFC 5322 without quotes and comments. */
export const isEmail = (text: string): boolean =>
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(
    text,
  )

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day of the calendar, as 2026-11-24. */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? []
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && isLeap ? 29 : (MONTHS[month - 1] ?? 0)
  return day >= 1 && day <= last
}

/** A moment with its zone (RFC 3339), as 2026-11-24T10:30:00Z. Seconds may be broken. */
export function isMoment(text: string): boolean {
  const [day = '', rest = ''] = text.split(/[Tt]/)
  const time = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i
  return isDay(day) && time.test(rest)
}

/** A time of day, as 10:00, 10:00:00 or with a zone behind it. */
export const isTimeOfDay = (text: string): boolean =>
  /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):?[0-5]\d)?$/i.test(text)

/** A text that a browser would run if it were put into a page, or followed, as it is. */
export const holdsScript = (text: string): boolean =>
  /<\s*(script|iframe|object|embed|svg|style|link|meta|base)\b/i.test(text) ||
  /<[^>]*\son\w+\s*=/i.test(text) ||
  /^[\s\p{Cc}]*(javascript:|vbscript:|data:\s*(text\/|image\/svg|application\/))/iu.test(text)
