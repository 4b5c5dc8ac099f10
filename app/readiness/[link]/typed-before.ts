import type { FormValues } from '@/lib/form-state'
import type { OpenedSheet } from '@/lib/readiness/by-link'

/** What somebody answered before, as the form's fields hold it. */
export const typedBefore = ({ items, answers }: OpenedSheet): FormValues =>
  Object.fromEntries(
    items.flatMap(({ id }, no) => {
      const one = answers[id]
      if (!one) return []
      const score = one.given ? (one.score === null ? 'unsure' : String(one.score)) : ''
      return [
        [`score${no}`, score],
        [`comment${no}`, one.comment ?? ''],
      ]
    }),
  )
