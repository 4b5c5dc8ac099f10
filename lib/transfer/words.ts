import type { BatchState } from './queries'
import { OUTCOMES } from './lists'

type Told = { state: BatchState; undoing: boolean; done: number; rows: number }

const states: Record<BatchState, string> = {
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
export function stateWords({ state, undoing, done, rows }: Told): string {
  if (undoing) return 'Being undone'
  if (state === 'received' && done < rows) return 'Arriving, or cut off on the way'
  return states[state]
}

/** Whether a job is at work on the file now. */
export const isMoving = ({ state, undoing }: Pick<Told, 'state' | 'undoing'>): boolean =>
  state === 'checking' || state === 'importing' || undoing

const outcomes = (n: number) => n.toLocaleString('en-GB')

/** `1,204 received, 12 refused`; nothing before there are counts. */
export const countWords = (counts: Record<string, number> | null): string =>
  OUTCOMES.flatMap(({ key, label }) => {
    const n = counts?.[key] ?? 0
    return n === 0 ? [] : [`${outcomes(n)} ${label.charAt(0).toLowerCase()}${label.slice(1)}`]
  }).join(', ')

/** A number of rows: `1 row`, `1,204 rows`. */
export const rowWords = (n: number): string => `${outcomes(n)} ${n === 1 ? 'row' : 'rows'}`
