import { CATEGORIES } from '@/lib/access/categories'
import { labelOf } from '@/lib/codes'
import { formatDate, londonDate } from '@/lib/dates'
import type { Answer, Word, WordKind } from './queries'

/** What waits, in a few words; the heading of its page. */
export const wordTitles: Record<WordKind, string> = {
  consent: 'A consent to confirm',
  cohort: 'A place in a cohort to confirm',
  objection: 'The end of an objection to confirm',
}

/** What confirming it opens, in a sentence. */
export const wordEffects: Record<WordKind, string> = {
  consent:
    'If you confirm it, what your agency gives on consent is read by those it names, from this moment. Until then it opens nothing of yours. Confirm what they told you themselves, or what you have seen.',
  cohort:
    'If you confirm it, what your agency gives under this agreement is shared about them, from this moment. Until then nothing of yours but safety is.',
  objection:
    'They had asked that this is not shared. Another service wrote down that they have changed their mind, and would read by it. If you confirm it, what your agency gives is shared again. Until then the objection holds for what you give.',
}

/** Which kinds of information, for the reader. */
export const aboutWords = (categories: readonly string[]): string =>
  categories.length === 0
    ? 'Everything but safety'
    : categories.map((key) => labelOf(CATEGORIES, key)).join(', ')

/** With whom: a group of the agreement by name, or everybody. */
export const withWords = ({ group, kind }: Pick<Word, 'group' | 'kind'>): string =>
  group ??
  (kind === 'objection' ? 'Everybody outside the agency that wrote it' : 'All of its groups')

/** What somebody answered to our own line, for the person's page. */
export function answerWords({ agency, own, answer, reason, answered_at: at }: Answer): string {
  const who = own ? 'Your agency' : agency
  const on = at ? ` on ${formatDate(londonDate(at))}` : ''
  return answer === 'confirmed'
    ? `${who} confirmed it${on}.`
    : `${who} did not confirm it${on}: ${(reason ?? '').replace(/\.+$/, '')}.`
}
