import { textOf, textsOf, type FormValues } from '@/lib/form-state'

/**
 * The part of a contact's form, as typed, that decides who would read it. For `readingSchema` to
 * parse.
 */
export const readingInput = (values: FormValues) => ({
  personId: textOf(values, 'personId'),
  categories: textsOf(values, 'categories'),
  audience: textOf(values, 'audience'),
  readers: textsOf(values, 'readers'),
  locates: textOf(values, 'locates') === 'on',
})
