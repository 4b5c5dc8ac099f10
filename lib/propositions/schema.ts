import { z } from 'zod'
import { id, mustTick, oneOf, optionalText, requiredText } from '@/lib/fields'
import { PARTNER_SECTORS, PARTNERS } from './partners'

const partnerSchema = z.object({
  name: z.string(),
  sector: z.string(),
  changes: z.string(),
  pays: z.string().nullable(),
  saves: z.string().nullable(),
})

/** All that a version of a proposition says. */
export const wordsSchema = z.object({
  title: z.string(),
  need: z.string(),
  change: z.string(),
  outcomes: z.string(),
  partners: z.array(partnerSchema),
})

export type PropositionWords = z.output<typeof wordsSchema>

const fieldsOf = (n: number) => ({
  [`name${n}`]: optionalText('the partner', { max: 120 }),
  [`sector${n}`]: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    oneOf(PARTNER_SECTORS, 'Select the sector').nullable(),
  ),
  [`changes${n}`]: optionalText('what they would change', { max: 600 }),
  [`pays${n}`]: optionalText('what it costs them', { max: 300 }),
  [`saves${n}`]: optionalText('what they save', { max: 300 }),
})

type Flat = Record<string, string | null | undefined>

/** A proposition as its form has it: its words, and room for four partners. */
const written = {
  title: requiredText('a title', { max: 120 }),
  need: requiredText('the need', { max: 2000 }),
  change: requiredText('what you would do together', { max: 2000 }),
  outcomes: requiredText('outcomes to watch', { max: 2000 }),
  ...(Object.assign({}, ...Array.from({ length: PARTNERS }, (_, n) => fieldsOf(n))) as Record<
    string,
    z.ZodType<string | null>
  >),
}

function gathered(input: Flat): PropositionWords {
  const text = (name: string) => input[name] ?? ''
  return {
    ...{ title: text('title'), need: text('need') },
    ...{ change: text('change'), outcomes: text('outcomes') },
    partners: Array.from({ length: PARTNERS }, (_, n) => ({
      ...{ name: text(`name${n}`), sector: text(`sector${n}`), changes: text(`changes${n}`) },
      ...{ pays: input[`pays${n}`] ?? null, saves: input[`saves${n}`] ?? null },
    })).filter(({ name }) => name !== ''),
  }
}

function checkPartners(input: Flat, context: z.RefinementCtx) {
  const add = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  for (let n = 0; n < PARTNERS; n += 1) {
    if (!input[`name${n}`]) continue
    if (!input[`sector${n}`]) add(`sector${n}`, 'Select the sector')
    if (!input[`changes${n}`]) add(`changes${n}`, 'Enter what they would change')
  }
  if (!input.name0) add('name0', 'Enter a partner')
}

/** A new proposition. */
export const beginSchema = z
  .strictObject(written)
  .superRefine((input, context) => checkPartners(input as Flat, context))
  .transform((input) => gathered(input as Flat))

/** A new version of one. */
export const saveSchema = z
  .strictObject({ ...written, paper: id() })
  .superRefine((input, context) => checkPartners(input as Flat, context))
  .transform((input) => ({ paper: input.paper, words: gathered(input as Flat) }))

/** One button about a proposition. */
export const paperSchema = z.strictObject({ paper: id() })

/** It is put away, and why. */
export const putAwaySchema = z.strictObject({
  paper: id(),
  why: requiredText('why it is put away', { max: 300 }),
})

/** Somebody agrees for their agency. */
export const agreeSchema = z.strictObject({
  paper: id(),
  holds: mustTick('Tick to say that your agency agrees'),
})

export const commentSchema = z.strictObject({
  paper: id(),
  words: requiredText('your comment', { max: 1000 }),
})

/** A figure that is offered is pinned, by its key. */
export const pinSchema = z.strictObject({
  paper: id(),
  figure: z.string('Select a figure').min(1, 'Select a figure').max(200),
})

export const takeOffSchema = z.strictObject({ paper: id(), evidence: id() })

/** A version as the form's fields hold it. */
export const asFields = (words: PropositionWords): Record<string, string> => ({
  ...{ title: words.title, need: words.need, change: words.change, outcomes: words.outcomes },
  ...Object.fromEntries(
    words.partners.flatMap((one, n) =>
      Object.entries(one).map(([name, value]) => [`${name}${n}`, value ?? '']),
    ),
  ),
})
