import { dateParts, daysBetween, formatDate, type PlainDate } from '@/lib/dates'
import type { InvolvedTeam } from '@/lib/people/view'

type Spell = Pick<InvolvedTeam, 'id' | 'startsOn' | 'endsOn'>

/** A spell of work on the line of time: where it begins and how long it is, in hundredths. */
export type Bar = Spell & { at: number; long: number; isNow: boolean }

export type TeamBars = { teamId: string; title: string; isNow: boolean; bars: Bar[] }

export type TeamTime = {
  from: PlainDate
  years: { year: number; at: number }[]
  teams: TeamBars[]
}

// Longer ago than this is drawn at the edge, and said in the table.
const YEARS = 10
const SHORTEST = 0.8

/** A team as it is called: with its agency, unless its name says that already. */
export const teamTitle = ({ team, agency }: Pick<InvolvedTeam, 'team' | 'agency'>): string =>
  team.startsWith(agency) ? team : `${agency}, ${team}`

/** Whether work goes on: it has no end, or one that is not over yet. */
export const isNow = ({ endsOn }: Pick<Spell, 'endsOn'>, now: PlainDate): boolean =>
  !endsOn || endsOn >= now

/** Each team's spells of work on one line of time up to today; those at work now first. */
export function teamTime(involved: readonly InvolvedTeam[], now: PlainDate): TeamTime {
  const { year: thisYear } = dateParts(now)
  const earliest = involved.map(({ startsOn }) => startsOn).sort()[0] ?? now
  const first = Math.max(dateParts(earliest).year, thisYear - YEARS)
  const from = `${first}-01-01`
  const days = Math.max(1, daysBetween(from, now))
  const place = (date: PlainDate) =>
    Math.min(100, Math.max(0, (daysBetween(from, date) * 100) / days))
  const bar = ({ id, startsOn, endsOn }: Spell): Bar => {
    const at = Math.min(place(startsOn), 100 - SHORTEST)
    const end = endsOn === null || endsOn > now ? 100 : place(endsOn)
    const long = Math.max(SHORTEST, end - at)
    return { id, startsOn, endsOn, at, long, isNow: isNow({ endsOn }, now) }
  }
  const every = Math.ceil((thisYear - first + 1) / 6)
  return {
    from,
    years: Array.from({ length: thisYear - first + 1 }, (_, nr) => first + nr)
      .filter((year) => (year - first) % every === 0)
      .map((year) => ({ year, at: place(`${year}-01-01`) })),
    teams: byTeam(involved)
      .map((spells) => ({
        teamId: spells[0].teamId,
        title: teamTitle(spells[0]),
        isNow: spells.some((spell) => isNow(spell, now)),
        bars: spells.map(bar).sort((one, other) => one.at - other.at),
      }))
      .sort((one, other) => Number(other.isNow) - Number(one.isNow)),
  }
}

function byTeam(involved: readonly InvolvedTeam[]): [InvolvedTeam, ...InvolvedTeam[]][] {
  const teams = new Map<string, [InvolvedTeam, ...InvolvedTeam[]]>()
  for (const each of involved) {
    const before = teams.get(each.teamId)
    if (before) before.push(each)
    else teams.set(each.teamId, [each])
  }
  return [...teams.values()]
}

const teamsWord = (count: number) => (count === 1 ? '1 team' : `${count} teams`)

/** What the bars find: `4 teams work with them now, 2 did before`. */
export function teamFinding({ teams }: TeamTime): string {
  const working = teams.filter((team) => team.isNow).length
  const ended = teams.length - working
  const verb = working === 1 ? 'works' : 'work'
  const now = working === 0 ? 'No team that you can see works' : `${teamsWord(working)} ${verb}`
  return `${now} with them now${ended > 0 ? `, ${ended} did before` : ''}`
}

/** A spell in words: `since 3 March 2024`, `3 March 2024 to 4 May 2025`. */
export const spellWords = ({ startsOn, endsOn }: Pick<Spell, 'startsOn' | 'endsOn'>): string =>
  endsOn ? `${formatDate(startsOn)} to ${formatDate(endsOn)}` : `since ${formatDate(startsOn)}`
