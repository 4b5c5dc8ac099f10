import type { Random } from '../random'
import * as data from './cast-data'
import type { Profile } from './profile'

/** The people and things of one life that its notes come back to. */
export type Cast = Record<string, string>

const lists = Object.fromEntries(
  (
    [
      'relatives',
      'friends',
      'courses',
      'jobs',
      'pets',
      'loves',
      'trades',
      'dreams',
      'childNames',
    ] as const
  ).map((key) => [key, data.list(data[key])]),
)
const streets = data.list(data.streets)
const endings = data.list(data.endings)

const one = (rng: Random, key: string) => rng.pick(lists[key] ?? [''])

/** "14 Ropewalk Gardens": street names that no city has all of, numbered at will. */
export const streetLine = (rng: Random) =>
  `${rng.int(1, 148)} ${rng.pick(streets)} ${rng.pick(endings)}`

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Deals the cast of a life, with the pronouns its notes use. */
export function castOf(rng: Random, profile: Profile): Cast {
  const woman = profile.sex === 'female'
  const first = profile.name.calledBy
  const friend = one(rng, 'friends')
  const trade = one(rng, 'trades')
  const job = one(rng, 'jobs')
  const dream = one(rng, 'dreams')
  const drug = rng.weigh([
    ['heroin', 4],
    ['alcohol', 5],
    ['crack', 2],
    ['spice', 1.5],
    ['cannabis', 2],
    ['street tablets', 1],
  ])
  return {
    first,
    First: first,
    name: profile.displayName,
    he: woman ? 'she' : 'he',
    He: woman ? 'She' : 'He',
    him: woman ? 'her' : 'him',
    his: woman ? 'her' : 'his',
    His: woman ? 'Her' : 'His',
    himself: woman ? 'herself' : 'himself',
    relative: one(rng, 'relatives'),
    friend,
    Friend: friend,
    pet: one(rng, 'pets'),
    love: one(rng, 'loves'),
    trade,
    course: one(rng, 'courses'),
    job,
    Job: upper(job),
    Drug: upper(drug),
    Dream: upper(dream),
    Trade: upper(trade),
    dream,
    child: one(rng, 'childNames'),
    drug,
    amount: String(rng.int(8, 94) * 5),
    street: `${rng.pick(streets)} ${rng.pick(endings)}`,
  }
}

/** Puts the cast into a sentence: `{first}`, `{he}`, `{relative}`; throws on a word it lacks. */
export function fill(template: string, cast: Cast): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = cast[key]
    if (value === undefined) throw new Error(`No {${key}} for: ${template}`)
    return value
  })
}
