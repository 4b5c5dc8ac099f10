'use server'

import { redirect } from 'next/navigation'
import { browser } from '@/lib/access/auth'
import { Refused } from '@/lib/errors'
import { formErrors, formInput, formValues, textOf, type FormState } from '@/lib/form-state'
import { openLink, sendSheet, type OpenedSheet } from '@/lib/readiness/by-link'
import { sheetSchema } from '@/lib/readiness/schema'

const GONE =
  'This link does not take answers any more: it has been used, or the round is closed. Nothing ' +
  'was sent.'
const KEY = /^[\w-]{43}$/

type Said = Record<string, { score?: number | null; comment: string | null }>

/** What was filled in, by statement; what was left is left out. */
function saidIn(items: OpenedSheet['items'], sent: Record<string, unknown>): Said {
  return Object.fromEntries(
    items.flatMap(({ id }, no): [string, Said[string]][] => {
      const [score, words] = [sent[`score${no}`], sent[`comment${no}`]]
      const comment = typeof words === 'string' ? words : null
      if (typeof score !== 'string') return comment ? [[id, { comment }]] : []
      return [[id, { score: score === 'unsure' ? null : Number(score), comment }]]
    }),
  )
}

/** Sends what was answered through a link, and leads to the sender's own page. */
export async function answerAction(
  link: unknown, // as it was bound to the form, unless somebody else wrote the post
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const values = data instanceof FormData ? formValues(data) : {}
  if (typeof link !== 'string') return { values, errors: {}, message: GONE }
  const own = textOf(values, 'own')
  const { network } = await browser()
  try {
    const opened = await openLink(link, network)
    if (!('items' in opened)) {
      // The same sent twice: the first is in, under the key that this rendering made.
      const mine = KEY.test(own) ? await openLink(own, network) : opened
      if (mine.state !== 'own') return { values, errors: {}, message: GONE }
    } else {
      const parsed = sheetSchema(opened.items.length).safeParse(formInput(values))
      if (!parsed.success) return { values, errors: formErrors(parsed.error.issues) }
      const said = saidIn(opened.items, parsed.data)
      const outcome = await sendSheet(link, own, said, network)
      if (outcome !== 'saved') return { values, errors: {}, message: GONE }
    }
  } catch (error) {
    if (error instanceof Refused) return { values, errors: {}, message: error.message }
    throw error
  }
  redirect(`/readiness/${own}`)
}
