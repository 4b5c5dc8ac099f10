import 'server-only'
import { permit } from '@/lib/access/policy'
import { partialDateText } from '@/lib/partial-date'
import type { Scope } from '@/lib/db'
import { facetsFrom } from '@/lib/people/matching/facets-from'
import { keysOf } from '@/lib/people/matching/keys'
import { scorePair } from '@/lib/people/matching/score'
import { shippedParameters } from '@/lib/people/matching/parameters'
import { noFrequencies } from '@/lib/people/matching/frequencies'
import type { BirthSaid } from '@/lib/people/births'
import type { IdentifierType } from '@/lib/people/identifiers'
import {
  daysAsked,
  facetsAsked,
  formsAsked,
  mayGoBeyond,
  nameWords,
  numbersAsked,
  yearsAsked,
  type Asked,
} from './parse'

type Row = {
  personId: string
  names: { given: string; middle: string; family: string; kind: string; own: boolean }[]
  births: BirthSaid[]
  identifiers: { type: IdentifierType; value: string }[]
  reaches: string[]
  postcodes: string[]
  unnamed: string | null
  living: string | null
  died: boolean
  lead: string | null
}

/**
 * Somebody the search found, with why, in words. Only what this viewer may see is shown or counted.
 */
export type Found = Pick<
  Row,
  'personId' | 'names' | 'births' | 'living' | 'lead' | 'died' | 'unnamed'
> & {
  reasons: string[]
  bits: number
}

/** Most people shown. Past it the screen asks for more to go on. */
export const mostShown = 20

/** How many more searches the hour allows, among one's own people and beyond them. */
export async function searchesLeft({ db }: Scope): Promise<{ own: number; beyond: number }> {
  const [left] = await db.$queryRaw<{ own: number; beyond: number }[]>`
    select people.own_searches_left() as own, people.searches_left() as beyond`
  return left ?? { own: 0, beyond: 0 }
}

/**
 * Ring one: people open to this viewer. Candidates, and the score worked out here, count by facts
 * that this viewer may read, so that nobody is found by a fact that is not theirs to see. Counted
 * against the hour's allowance and logged, without the words.
 *
 * @throws Refused when the hour's allowance is used up
 */
export async function findMine({ db, viewer }: Scope, asked: Asked): Promise<Found[]> {
  permit(viewer, 'person:search')
  const question = facetsAsked(asked)
  const words = nameWords(asked)
  const [ids] = await db.$queryRaw<{ ids: string[] }[]>`
    select people.find_mine(${words}::text[], ${formsAsked(words)}::text[],
      ${numbersAsked(asked)}::text[], ${daysAsked(asked)}::text[], ${yearsAsked(asked)}::int[],
      ${asked.postcodes}::text[]) as ids`
  if (!ids?.ids.length) return []
  const [answer] = await db.$queryRaw<{ rows: Row[] }[]>`
    select page.found(${ids.ids}::uuid[], ${numbersAsked(asked).length > 0},
      ${asked.postcodes.length > 0}) as rows`
  const parameters = shippedParameters()
  return (answer?.rows ?? [])
    .map((row) => {
      const score = scorePair(question, facetsOf(row), parameters, noFrequencies)
      const told = score.levels.filter(({ bits }) => bits > 0)
      return {
        ...row,
        reasons: told.map(({ words }) => words),
        bits: sum(told.map(({ bits }) => bits)),
      }
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => other.bits - one.bits || one.personId.localeCompare(other.personId))
    .slice(0, mostShown)
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

const facetsOf = (row: Row) =>
  facetsFrom({
    names: row.names.map(({ given, middle, family }) => ({
      given: `${given} ${middle}`.trim(),
      family,
    })),
    births: row.births.map((birth) =>
      birth.year === null ? '' : partialDateText({ ...birth, year: birth.year }),
    ),
    identifiers: row.identifiers,
    phones: row.reaches,
    postcodes: row.postcodes,
  })

/**
 * People whose work with the viewer's teams has ended: their agency's archive, opened with a
 * reason. Found by the names and numbers their own agency gave, never by a place or a telephone.
 */
export async function findEnded({ db, viewer }: Scope, asked: Asked) {
  permit(viewer, 'person:open-archive')
  const words = nameWords(asked)
  const numbers = asked.identifiers.map(({ norm }) => norm)
  return db.$queryRaw<{ person_id: string; given: string; family: string; ended_on: Date }[]>`
    select * from people.find_ended(${words}::text[], ${formsAsked(words)}::text[],
      ${numbers}::text[], ${daysAsked(asked)}::text[], ${yearsAsked(asked)}::int[])`
}

/**
 * What the search beyond one's own people may answer. `ask-more`: it takes a full number, or a name
 * and date of birth.
 */
export type Beyond = 'nobody' | 'somebody' | 'ask-more'

/** A question about somebody beyond one's own people, as the database takes it. */
function beyondOf(asked: Asked) {
  const numbers = asked.identifiers.filter(({ type }) => type !== 'local').map(({ norm }) => norm)
  const keys = keysOf(facetsFrom({ names: asked.name ? [{ text: asked.name }] : [] }))
  const born = /^(\d{4})-(\d\d)-(\d\d)$/.exec(asked.births[0] ?? '')
  const [year = null, month = null, day = null] = born?.slice(1).map(Number) ?? []
  return { numbers, names: keys.filter((key) => key.startsWith('n:')), year, month, day }
}

/**
 * Ring two, the question: counted against the hour's allowance and logged, without its words, in a
 * transaction that is over before there is an answer.
 *
 * @throws Refused when the hour's allowance is used up
 */
export async function askBeyond({ db, viewer }: Scope, asked: Asked): Promise<void> {
  permit(viewer, 'person:search')
  if (!mayGoBeyond(asked)) return
  const { numbers, names, year, month, day } = beyondOf(asked)
  await db.$executeRaw`
    select people.ask_beyond(${numbers}::text[], ${names}::text[], ${year}::int, ${month}::int,
      ${day}::int)`
}

/**
 * Ring two, the answer to what `askBeyond` asked in an earlier transaction. Says whether somebody
 * may be known elsewhere, never who or where.
 */
export async function searchBeyond({ db, viewer }: Scope, asked: Asked): Promise<Beyond> {
  permit(viewer, 'person:search')
  if (!mayGoBeyond(asked)) return 'ask-more'
  const { numbers, names, year, month, day } = beyondOf(asked)
  const [row] = await db.$queryRaw<{ known: boolean }[]>`
    select people.known_beyond(${numbers}::text[], ${names}::text[], ${year}::int, ${month}::int,
      ${day}::int) as known`
  return row?.known ? 'somebody' : 'nobody'
}
