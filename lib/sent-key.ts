import { createHash, randomUUID } from 'node:crypto'
import { FORM_KEY, textOf, type FormValues } from './form-state'

/**
 * What a sent form is known by, so that the same words sent twice are saved once. Its own key, and
 * what it says: a browser shows a page again as it was, old key and all, and what somebody writes
 * there then is another entry. A key that is none of ours stands for this one sending.
 */
export function sentKey(values: FormValues): string {
  const key = textOf(values, FORM_KEY)
  if (!/^[0-9a-f-]{36}$/.test(key)) return randomUUID()
  const said = Object.entries(values)
    .filter(([name]) => name !== FORM_KEY)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const hash = createHash('sha256')
    .update(JSON.stringify([key, said]))
    .digest('hex')
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
