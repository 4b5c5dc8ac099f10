import { z } from 'zod'
import { id, oneOf, optionalText } from '@/lib/fields'

/** What one institution may be to another; keys of `place.link.kind`. */
export const LINK_KINDS = [
  { key: 'support', label: 'Support', says: 'helps' },
  { key: 'referral_route', label: 'Referral route', says: 'sends people to' },
  { key: 'data_sharing', label: 'Data sharing', says: 'shares data with' },
  { key: 'commissioning', label: 'Commissioning', says: 'commissions' },
  { key: 'funding', label: 'Funding', says: 'funds' },
  { key: 'influence', label: 'Influence', says: 'has a say in' },
  { key: 'trust', label: 'Trust', says: 'trusts' },
  { key: 'informal', label: 'Informal', says: 'knows its people' },
] as const
export type LinkKind = (typeof LINK_KINDS)[number]['key']

/** How strong a link is; keys as text of `place.link.strength`. */
export const STRENGTHS = [
  { key: '1', label: 'Now and then' },
  { key: '2', label: 'Steady' },
  { key: '3', label: 'Neither could do without it' },
] as const

/** A link as a partner or the curator declares it. */
export const linkSchema = z
  .strictObject({
    institution: id(),
    other: z.uuid('Select the other institution'),
    way: oneOf([{ key: 'to' }, { key: 'from' }], 'Select which way it goes'),
    kind: oneOf(LINK_KINDS, 'Select what kind of link it is'),
    strength: oneOf(STRENGTHS, 'Select how strong it is'),
    words: optionalText('in words', { max: 200 }),
  })
  .refine(({ institution, other }) => institution !== other, {
    path: ['other'],
    message: 'Select another institution: none has a link to itself',
  })
export type DeclaredInput = z.output<typeof linkSchema>

/** A link that holds no longer. */
export const linkEndSchema = z.strictObject({ link: id(), institution: id() })

const typedPlace = (name: string) => {
  const message = `Enter ${name} as a whole number from 0 to 100`
  return z
    .string(message)
    .trim()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) <= 100, message)
    .transform(Number)
}

/** Where an institution stands on the sheet, in hundredths across and down. */
export const moveSchema = z.strictObject({
  institution: id(),
  across: typedPlace('how far across'),
  down: typedPlace('how far down'),
})
export type MoveInput = z.output<typeof moveSchema>

const one = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value)
const loose = <T extends z.ZodType>(schema: T) =>
  z.preprocess(one, schema.optional()).catch(undefined)

/** What the address asks the network for; what is no good is left out. */
export const networkAskSchema = z.object({
  /** What if this one closes. */
  if: loose(z.uuid()),
  kind: loose(oneOf(LINK_KINDS, 'no such kind')),
  /** The institution whose links are listed. */
  of: loose(z.uuid()),
  page: loose(z.coerce.number().int().min(1).max(10_000)),
  across: loose(z.coerce.number().int().min(1).max(1_000)),
})
export type NetworkAsk = z.output<typeof networkAskSchema>
