import { addDays } from '@/lib/dates'
import { random } from '../random'
import { csvBytes } from './write-csv'

/** Who sends the feed: one team, its telephone number, the names of its workers. */
export type FeedTeam = { name: string; phone: string; workers: readonly string[] }

const HEADER = [
  'Person number',
  'Team',
  'Worker',
  'Team phone',
  'Involvement from',
  'Involvement to',
  'Last contact date',
  'Last contact kind',
  'Last contact kept',
  'Next appointment date',
  'Next appointment time',
]

const british = (date: string) => date.split('-').reverse().join('/')

/**
 * A headline feed as a housing system might send it each week, about people by the numbers of an
 * extract. `today` (`YYYY-MM-DD`) places its dates; the same arguments give the same bytes.
 */
export function writeFeed(
  refs: readonly string[],
  team: FeedTeam,
  today: string,
  seed: string,
): Uint8Array {
  const rng = random(`feed/${seed}`)
  const rows = refs.map((ref) => {
    const from = addDays(today, -rng.int(20, 700))
    const last = addDays(today, -rng.int(0, 19))
    const ended = rng.chance(0.1) ? british(addDays(last, rng.int(0, 3))) : ''
    const hasNext = ended === '' && rng.chance(0.6)
    return [
      ref,
      team.name,
      rng.pick(team.workers),
      team.phone,
      british(from),
      ended,
      british(last),
      rng.pick(['Office', 'Home visit', 'Phone', 'Text', 'Video call']),
      rng.pick(['Y', 'Y', 'Y', 'N', 'Cancelled']),
      hasNext ? british(addDays(today, rng.int(1, 21))) : '',
      hasNext ? `${rng.int(9, 16)}:${rng.pick(['00', '15', '30', '45'])}` : '',
    ]
  })
  return csvBytes([HEADER, ...rows], { encoding: 'utf-8', lineEnd: '\r\n' })
}
