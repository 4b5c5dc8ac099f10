import type { PlainDate } from '@/lib/dates'
import type { Lane } from './lanes'
import { windowStart } from './rules'

/** What is said of a need of which the reader sees nothing. */
export const unseenWords = 'nothing that you can see'

/**
 * Stands for a need of which the reader sees nothing: drawn, since that is not nothing, and drawn
 * as itself, since it is not *not asked* either: that is an answer which somebody recorded.
 */
export const unseenLane = (now: PlainDate): Lane => ({
  ...{
    key: 'unseen',
    by: '',
    person: false,
    toward: null,
    newest: null,
    old: false,
    ended: null,
    held: null,
  },
  steps: [
    {
      ...{ from: windowStart(now), to: now, drawn: 'unseen', height: 2, old: false },
      ...{ words: unseenWords, saidOn: now },
    },
  ],
})
