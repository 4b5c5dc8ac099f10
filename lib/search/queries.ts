import 'server-only'
import { permit } from '@/lib/access/policy'
import { partialDateText } from '@/lib/partial-date'
import type { Scope } from '@/lib/db'
import { facetsFrom } from '@/lib/people/matching/facets-from'
import { keysOf } from '@/lib/people/matching/keys'
import { scorePair } from '@/lib/people/matching/score'
import { shippedParameters } from '@/lib/people/matching/parameters'
import { noFrequencies } from '@/lib/people/matching/frequencies'
import type { IdentifierType } from '@/lib/people/identifiers'
import { facetsAsked, mayGoBeyond, nameWords, numbersAsked, type Asked } from './parse'

type Row = {
  personId: string
  names: { given: string; middle: string; family: string; kind: string; own: boolean }[]
  births: { year: number | null; month: number | null; day: number | null; estimated: boolean }[]
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

/**
 * Ring one: people open to this viewer. Candidates by key and likeness in the database; scored here
 * on the facts this viewer may see, so that nobody is found by a fact that is not theirs to see.
 */
export async function findMine({ db, viewer }: Scope, asked: Asked): Promise<Found[]> {
  permit(viewer, 'person:search')
  const question = facetsAsked(asked)
  const keys = keysOf(question)
  const [ids] = await db.$queryRaw<{ ids: string[] }[]>`
    select people.find_mine(${keys}::text[], ${nameWords(asked)}::text[], ${numbersAsked(asked)}::text[]) as ids`
  if (!ids?.ids.length) return []
  const [answer] = await db.$queryRaw<
    { rows: Row[] }[]
  >`select page.found(${ids.ids}::uuid[]) as rows`
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
 * reason.
 */
export async function findEnded({ db, viewer }: Scope, asked: Asked) {
  permit(viewer, 'person:open-archive')
  return db.$queryRaw<{ person_id: string; given: string; family: string; ended_on: Date }[]>`
    select * from people.find_ended(${keysOf(facetsAsked(asked))}::text[])`
}

/**
 * What the search beyond one's own people may answer. `ask-more`: it takes a full number, or a name
 * and date of birth.
 */
export type Beyond = 'nobody' | 'somebody' | 'ask-more'

/**
 * Ring two. Says whether somebody may be known elsewhere, never who or where; counted against the
 * hour's allowance and logged, whatever the answer.
 *
 * @throws Refused when the hour's allowance is used up
 */
export async function searchBeyond({ db, viewer }: Scope, asked: Asked): Promise<Beyond> {
  permit(viewer, 'person:search')
  if (!mayGoBeyond(asked)) return 'ask-more'
  const numbers = asked.identifiers.filter(({ type }) => type !== 'local').map(({ norm }) => norm)
  const names = keysOf(facetsFrom({ names: asked.name ? [{ text: asked.name }] : [] }))
  const born = /^(\d{4})-(\d\d)-(\d\d)$/.exec(asked.births[0] ?? '')
  const [row] = await db.$queryRaw<{ known: boolean }[]>`
    select people.known_beyond(${numbers}::text[], ${names.filter((key) => key.startsWith('n:'))}::text[],
      ${born ? Number(born[1]) : null}::int, ${born ? Number(born[2]) : null}::int,
      ${born ? Number(born[3]) : null}::int) as known`
  return row?.known ? 'somebody' : 'nobody'
}
