import { TRENDS, labelOf } from '@/lib/codes'
import { daysAgo, formatDate, formatMonth, type PlainDate } from '@/lib/dates'
import type { Lane, NeedLanes } from './lanes'
import { wordsOf } from './steps'
import { unseenWords } from './unseen'

/** The last column of a lane: what is stressed, and the rest. */
export function saidLast(lane: Lane, now: PlainDate): { strong: string; rest: string } {
  const { newest, held, ended, old } = lane
  if (held) return { strong: '', rest: 'held by the service' }
  if (!newest) return { strong: '', rest: '' }
  if (ended) return { strong: '', rest: `work ended ${formatMonth(ended)}` }
  const blank = newest.state === 'not_known' || newest.state === 'not_asked'
  if (old && !blank) return { strong: '', rest: `nothing since ${formatMonth(newest.ratedOn)}` }
  const when = daysAgo(newest.ratedOn, now)
  if (newest.state !== 'current') return { strong: '', rest: `${wordsOf(newest)}, ${when}` }
  const way = newest.trend ? labelOf(TRENDS, newest.trend).toLowerCase() : ''
  if (!way && !newest.severity) return { strong: '', rest: `recorded, ${when}` }
  return { strong: way || wordsOf(newest), rest: `, ${when}` }
}

/** A lane as a sentence, for those who do not see it. */
export function laneSentence({ label }: NeedLanes, lane: Lane, who: string, now: PlainDate) {
  if (lane.steps.every(({ drawn }) => drawn === 'unseen') && lane.steps.length > 0)
    return `${label}: ${unseenWords}`
  const steps = lane.steps.map(({ old, words, saidOn, from, to }) => {
    const said = old ? `not said again since ${formatDate(saidOn)}` : words
    return `${said}, from ${formatDate(from)} to ${to >= now ? 'now' : formatDate(to)}`
  })
  const all = steps.length > 0 ? steps.join('; ') : 'nothing in the last five years'
  return `${label}, as seen by ${who}: ${all}`
}
