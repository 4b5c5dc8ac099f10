import { AUDIENCES } from './lists'

/**
 * One person at work who would read a contact: 4 its words, 3 only that it happened
 * (access.who_will_read).
 */
export type Reader = {
  userId: string
  name: string
  agency: string
  team: string | null
  function: string | null
  level: number
}

/** What the panel *Who will see this* says, and who could be named. */
export type Reading = {
  scope: string
  summary: string
  consequences: string[]
  teams: { team: string; people: number; sees: string }[]
}

/**
 * Said of all that goes as agreed, in the same words, so that it tells nothing: some involvements
 * are kept from some readers.
 */
export const MAY_BE_OTHERS =
  'Others under the agreement may also be able to read it. Some services are not named here, to keep people safe.'

/** Said instead where the author narrows: the words, and that it happened, stay with the named. */
export const NOBODY_ELSE =
  'Nobody else under the agreement can read these words, or sees that it happened.'

/** Said with every tick that words locate, protected or not, so that the list tells of no team. */
export const LOCATES_ONLY =
  'While whereabouts are protected, words that say where they are reach only the teams named on the protection, whoever is listed here.'

/**
 * Who would read a contact, in people and teams, and what may come of it: said before it is saved
 * (docs/rules/protecting-people.md).
 *
 * @param readers everybody who would, the writer too
 * @param me the writer's user id
 * @param locates the words say where the person is
 */
export function readingWords(
  readers: readonly Reader[],
  audience: string,
  me: string,
  locates = false,
): Reading {
  const others = readers.filter(({ userId }) => userId !== me)
  const mine = readers.find(({ userId }) => userId === me)?.agency
  const words = others.filter(({ level }) => level >= 4)
  const headlines = others.filter(({ level }) => level === 3)
  return {
    scope: AUDIENCES.find(({ key }) => key === audience)?.label ?? AUDIENCES[0].label,
    summary: [readWords(words), seeOnly(headlines, words)].filter(Boolean).join('; ') + '.',
    consequences: [
      ...duties(words, mine),
      ...(locates ? [LOCATES_ONLY] : []),
      audience === 'agreed' ? MAY_BE_OTHERS : NOBODY_ELSE,
    ],
    teams: teamLines(others),
  }
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)
// In the order of the alphabet, so that it says nothing about who came first.
const distinct = (values: readonly string[]) => [...new Set(values)].sort()
const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
const teamOf = ({ agency, team }: Reader) =>
  !team || team === agency ? agency : `${agency}, ${team}`

function readWords(readers: readonly Reader[]): string {
  const [first] = readers
  if (!first) return 'Only you can read these words'
  if (readers.length === 1) return `${first.name} (${first.agency}) can read these words`
  const teams = distinct(readers.map(teamOf)).length
  return `${people(readers.length)} in ${teams === 1 ? '1 team' : `${teams} teams`} can read these words`
}

function seeOnly(headlines: readonly Reader[], words: readonly Reader[]): string {
  const full = new Set(words.map(({ agency }) => agency))
  const agencies = distinct(headlines.map(({ agency }) => agency))
  const apart = agencies.filter((agency) => !full.has(agency))
  if (apart.length > 0)
    return `${listed(apart)} ${apart.length === 1 ? 'sees' : 'see'} only that it happened`
  return headlines.length > 0
    ? `${people(headlines.length)} more ${headlines.length === 1 ? 'sees' : 'see'} only that it happened`
    : ''
}

// A team that supports and enforces at once (probation, for one) may have to act on what it reads.
// The writer's own agency is left out: they know.
const duties = (readers: readonly Reader[], mine: string | undefined): string[] => {
  const acting = readers.filter((reader) => reader.function === 'dual' && reader.agency !== mine)
  const dual = distinct(acting.map(({ agency }) => agency))
  return dual.map((agency) => `${agency} can read this and may have to act on it.`)
}

function teamLines(readers: readonly Reader[]) {
  return distinct(readers.map(teamOf)).flatMap((team) => {
    const here = readers.filter((reader) => teamOf(reader) === team)
    return [4, 3].flatMap((level) => {
      const count = here.filter((reader) =>
        level === 4 ? reader.level >= 4 : reader.level === level,
      ).length
      const sees = level === 4 ? 'can read these words' : 'only that it happened'
      return count > 0 ? [{ team, people: count, sees }] : []
    })
  })
}
