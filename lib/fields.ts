import { z } from 'zod'
import { looksLikePhone } from './people/phone'

/**
 * Building blocks for the forms' schemas. Each takes the field's name in a sentence ("what
 * happened") and gives messages a person would write. Every object is strict: what a form did not
 * ask for is refused (`z.strictObject`). Dates are in `date-fields.ts`, identifiers in
 * `lib/people/fields.ts`.
 */

/** `date of birth` to `Date of birth`. */
export const sentence = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** What a browser posts, as it should be kept: NFC, one kind of line end, no NUL, no ends. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .trim()

const tooLong = (name: string, max: number): string =>
  `${sentence(name)} must be ${max.toLocaleString('en-GB')} characters or fewer`

/** Characters as people count them, so that an emoji or an accent is not two. */
const within = (max: number) => (text: string) => [...text].length <= max

const typed = z.string('Enter words, not something else').transform(tidy)

type TextOptions = { max?: number; missing?: string }

/** Text that must be there. Keeps its lines, loses blanks at the ends. */
export function requiredText(name: string, { max = 200, missing }: TextOptions = {}) {
  const message = missing ?? `Enter ${name}`
  return z
    .string(message)
    .transform(tidy)
    .refine((text) => text !== '', { error: message, abort: true })
    .refine(within(max), tooLong(name, max))
}

/** Text that may be left out; then null. */
export function optionalText(name: string, { max = 200 }: { max?: number } = {}) {
  return typed
    .refine(within(max), tooLong(name, max))
    .transform((text) => (text === '' ? null : text))
    .nullish()
    .transform((text) => text ?? null)
}

/** A telephone number, kept as typed ("07700 900 982, his sister"); null when left out. */
export function phone(name = 'telephone number') {
  return optionalText(name, { max: 40 }).refine(
    (text) => text === null || looksLikePhone(text),
    'Enter a telephone number, like 01632 960 001 or 07700 900 982',
  )
}

/**
 * Whether a text is one e-mail address. Counted after NFKC, since a full-width ＠ becomes an @:
 * two of them would let one address pass for another.
 */
function isEmail(text: string): boolean {
  const [local, domain, ...more] = text.split('@')
  return (
    more.length === 0 &&
    local !== undefined &&
    domain !== undefined &&
    text.length <= 254 &&
    /^[^\s"(),:;<>[\\\]\p{C}]{1,64}$/u.test(local) &&
    !/^\.|\.\.|\.$/.test(local) &&
    domain.includes('.') &&
    domain.split('.').every((label) => /^[\p{L}\p{M}\p{N}-]{1,63}$/u.test(label)) &&
    !/^-|-$|-\.|\.-|\.\d+$/.test(domain)
  )
}

/** An e-mail address that must be there: NFKC, no blanks at the ends, case kept. */
export function email(missing = 'Enter an email address') {
  return z
    .string(missing)
    .transform((text) => text.normalize('NFKC').trim())
    .refine((text) => text !== '', { error: missing, abort: true })
    .refine(isEmail, 'Enter an email address, like name@example.com')
}

/** The text to compare e-mail addresses by, as for signing in. */
export const emailNorm = (address: string): string => address.normalize('NFKC').trim().toLowerCase()

type Option = { readonly key: string }

/** One of a list of options, by key. `missing` says what to choose: "Select how you met". */
export function oneOf<const K extends string>(
  options: readonly { readonly key: K }[],
  missing: string,
) {
  const keys = new Set<string>(options.map(({ key }) => key))
  return z.custom<K>((value) => typeof value === 'string' && keys.has(value), missing)
}

/** One of a list, or null when left out. */
export function optionalOneOf<const K extends string>(
  options: readonly { readonly key: K }[],
  wrong = 'Select one of the list',
) {
  const blank = (value: unknown) => (value === '' || value === undefined ? null : value)
  return z.preprocess(blank, oneOf(options, wrong).nullable())
}

/** A key of a list kept as data. Which are offered today is the database's to know. */
export const code = (missing: string) =>
  z.string(missing).refine((key) => key !== '' && key.length <= 80, missing)

/** The same, or null when left out. */
export const optionalCode = (wrong = 'Select one of the list') =>
  z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    code(wrong).nullable(),
  )

/** Some of a list, each once. A form posts one tick as a text and none as nothing. */
export function someOf<const K extends string>(
  options: readonly { readonly key: K }[],
  { missing }: { missing?: string } = {},
) {
  const list = z.array(oneOf(options, missing ?? 'Select from the list'))
  const once = list.transform((keys) => [...new Set(keys)])
  const wanted = missing === undefined ? once : once.refine((keys) => keys.length > 0, missing)
  return z.preprocess((value) => {
    if (value === undefined || value === null || value === '') return []
    return Array.isArray(value) ? (value as unknown[]) : [value]
  }, wanted)
}

/** A tick box. A form posts `on` for a tick and nothing for none. */
export const tickBox = () =>
  z.preprocess(
    (value) => [true, 'on', 'true', 'yes', '1'].some((yes) => yes === value),
    z.boolean(),
  )

/** A tick box that must be ticked. */
export const mustTick = (message: string) => tickBox().refine((ticked) => ticked, message)

/** A radio pair yes or no, posted as `yes` and `no`. */
export const yesNo = (missing: string) =>
  oneOf([{ key: 'yes' }, { key: 'no' }], missing).transform((answer) => answer === 'yes')

/** The identity of a row. Forms carry it hidden, so a wrong one is nobody's typing error. */
export const id = () => z.uuid('This page is out of date. Go back and try again.')

/** The version of the row a form was opened on; a form posts it as text. */
export const version = () =>
  z.coerce.number('This page is out of date. Go back and try again.').int().min(0)

/** A whole number typed in a box. */
export function wholeNumber(name: string, { min, max }: { min: number; max: number }) {
  const message = `${sentence(name)} must be a whole number from ${min} to ${max}`
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^-?\d+$/, message)
          .transform(Number),
      ],
      message,
    )
    .refine((n) => Number.isInteger(n) && n >= min && n <= max, message)
}

/** Whether a list of options has a key; narrows unknown text read from a URL. */
export const hasKey = (options: readonly Option[], key: string): boolean =>
  options.some((option) => option.key === key)
