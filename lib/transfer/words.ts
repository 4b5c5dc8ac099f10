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
    'Links that the machine made because of it are undone.',
  ].filter(Boolean)
}
