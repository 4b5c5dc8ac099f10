import { z } from 'zod'
import { NEED_DOMAINS } from '@/lib/codes'
import {
  id,
  mustTick,
  optionalOneOf,
  optionalText,
  phone,
  requiredText,
  someOf,
} from '@/lib/fields'

/** What kind of body it is; keys of `place.institution.sector`. */
export const SECTORS = [
  { key: 'public', label: 'Public' },
  { key: 'private', label: 'Private' },
  { key: 'social', label: 'Social' },
  { key: 'informal', label: 'Informal' },
] as const
export type Sector = (typeof SECTORS)[number]['key']

const YES_NO = [{ key: 'yes' }, { key: 'no' }] as const

/** A number that may be left out. */
const count = (name: string, most: number) =>
  optionalText(name, { max: 10 })
    .refine((text) => text === null || /^\d+$/.test(text), `Enter ${name} as a whole number`)
    .transform((text) => (text === null ? null : Number(text)))
    .refine(
      (n) => n === null || n <= most,
      `Enter ${name} as ${most.toLocaleString('en-GB')} or less`,
    )

const degrees = (name: string, low: number, high: number) =>
  optionalText(name, { max: 20 })
    .refine(
      (text) =>
        text === null ||
        (/^-?\d{1,2}(\.\d+)?$/.test(text) && Number(text) >= low && Number(text) <= high),
      `Enter ${name} in degrees, from ${low} to ${high}`,
    )
    .transform((text) => (text === null ? null : Number(text)))

/** Areas, one a line or with commas between them. */
const areas = optionalText('areas', { max: 1000 }).transform((text) => {
  const each = (text ?? '').split(/[\n,]/).map((area) => area.trim())
  const named = [...new Set(each.filter((area) => area !== ''))]
  return named.length === 0 ? null : named
})

const isWebAddress = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
}

/** An institution as its own people, or the place's lead, say it is. Left out: not known. */
export const institutionSchema = z
  .strictObject({
    institution: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
    name: requiredText('its name', { max: 120 }),
    sector: optionalOneOf(SECTORS),
    description: optionalText('what it is', { max: 600 }),
    needs: someOf(NEED_DOMAINS),
    areas,
    address: optionalText('its address', { max: 200 }),
    latitude: degrees('the latitude', 49, 61),
    longitude: degrees('the longitude', -9, 3),
    phone: phone(),
    website: optionalText('its website', { max: 200 }).refine(
      (text) => text === null || isWebAddress(text),
      'Enter a web address, like https://example.org',
    ),
    capacity: count('how many places', 100_000),
    waitDays: count('the wait in days', 2_000),
    small: optionalOneOf(YES_NO),
    agency: z.preprocess(
      (value) => (value === '' || value === undefined ? null : value),
      z.uuid('Select an agency from the list').nullable(),
    ),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ['longitude'],
    message: 'Enter both latitude and longitude, or neither',
  })
export type InstitutionInput = z.output<typeof institutionSchema>

/** Withholding where it is, for good. The tick is the second step. */
export const withholdSchema = z.strictObject({
  institution: id(),
  sure: mustTick('Tick to say that where it is shall be kept nowhere'),
})

const one = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value)
const loose = <T extends z.ZodType>(schema: T) =>
  z.preprocess(one, schema.optional()).catch(undefined)

/** What the address asks the list for; what is no good is left out. */
export const institutionAskSchema = z.object({
  words: loose(z.string().trim().min(1).max(100)),
  sector: loose(z.enum(SECTORS.map(({ key }) => key))),
  need: loose(z.enum(NEED_DOMAINS.map(({ key }) => key))),
  at: loose(z.uuid()),
})
export type InstitutionAsk = z.output<typeof institutionAskSchema>
