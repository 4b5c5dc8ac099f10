import type { BatchState } from './queries'
import { OUTCOMES } from './lists'

type Told = { state: BatchState; undoing: boolean }

const states: Record<BatchState, string> = {
  reading: 'Being read',
  received: 'Received: choose its columns',
  checking: 'Being checked',
  checked: 'Checked: look before it goes in',
  importing: 'Going in',
  done: 'Gone in',
  failed: 'Stopped',
  undone: 'Undone',
  abandoned: 'Dropped',
}

/** How far a file has got, in words. */
export const stateWords = ({ state, undoing }: Told): string =>
  undoing ? 'Being undone' : states[state]

/** Whether a job is at work on the file now. */
export const isMoving = ({ state, undoing }: Pick<Told, 'state' | 'undoing'>): boolean =>
  state === 'reading' || state === 'checking' || state === 'importing' || undoing

const outcomes = (n: number) => n.toLocaleString('en-GB')

/** `1,204 received, 12 refused`; nothing before there are counts. */
export const countWords = (counts: Record<string, number> | null): string =>
  OUTCOMES.flatMap(({ key, label }) => {
    const n = counts?.[key] ?? 0
    return n === 0 ? [] : [`${outcomes(n)} ${label.charAt(0).toLowerCase()}${label.slice(1)}`]
  }).join(', ')

const went: Record<string, string> = {
  received: 'Went in as somebody you had not sent before.',
  same: 'Went in beside your own record of them.',
  changed: 'You had sent this person before; something was new.',
  unchanged: 'You had sent this person before, just like this.',
}

/**
 * What an outcome means, as the file now stands: what will become of its rows, what did, or that
 * nothing of them is in any more.
 */
export function outcomeHint(key: string, { state, undoing }: Told): string {
  const hint = OUTCOMES.find((outcome) => outcome.key === key)?.hint ?? ''
  if (state === 'abandoned') return 'Dropped with the file.'
  if (state === 'undone' || undoing) {
    if (key === 'refused' || key === 'unchanged') return 'Changed nothing.'
    return undoing ? 'Is taken out again.' : 'Was taken out again.'
  }
  if (state === 'done' || state === 'failed') return went[key] ?? hint
  return hint
}

/** The heading over the outcomes. */
export function outcomesTitle({ state, undoing }: Told): string {
  if (state === 'checked') return 'What will become of each row'
  if (state === 'abandoned') return 'What would have become of each row'
  return state === 'undone' || undoing
    ? 'What had become of each row, before it was undone'
    : 'What became of each row'
}

/** A number of rows: `1 row`, `1,204 rows`. */
export const rowWords = (n: number): string => `${outcomes(n)} ${n === 1 ? 'row' : 'rows'}`

/** A number of people: `1 person`, `1,204 people`. */
export const peopleWords = (n: number): string => `${outcomes(n)} ${n === 1 ? 'person' : 'people'}`

/** A count that stops at a hundred. */
export const atMostHundred = (n: number): string => (n >= 100 ? '100 or more' : String(n))

/** Names in a sentence, the first six of more than eight. */
export function namesWords(names: readonly string[]): string {
  const [shown, rest] = names.length > 8 ? [names.slice(0, 6), names.length - 6] : [names, 0]
  const all = rest > 0 ? [...shown, `${rest} more`] : shown
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

/** What undoing a file does, exactly: by what its rows came to. */
export function undoWords(counts: Record<string, number> | null): string[] {
  const of = (key: string) => counts?.[key] ?? 0
  const [made, changed, waiting] = [of('received') + of('same'), of('changed'), of('waiting')]
  return [
    made > 0
      ? `The ${made === 1 ? '' : 'records of '}${peopleWords(made)} it brought, with all it said of them, ${made === 1 ? 'is' : 'are'} taken away.`
      : '',
    changed > 0
      ? `${peopleWords(changed)} ${changed === 1 ? 'goes' : 'go'} back to what was known before.`
      : '',
    waiting > 0 ? `${rowWords(waiting)} no longer ${waiting === 1 ? 'waits' : 'wait'}.` : '',
    'Links that were made because of it are undone.',
  ].filter(Boolean)
}
