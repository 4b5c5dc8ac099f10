import type { PlainDate } from '@/lib/dates'
import type { Lane } from './lanes'
import { windowStart } from './rules'

/** Stands for a need of which the reader sees nothing: drawn, since that is not nothing. */
export const unseenLane = (now: PlainDate): Lane => ({
  ...{ key: 'unseen', by: '', person: false, newest: null, old: false, ended: null, held: null },
  steps: [
    {
      ...{ from: windowStart(now), to: now, drawn: 'not-asked', height: 2, old: false },
      ...{ words: 'not asked, as far as you can see', saidOn: now },
    },
  ],
})
