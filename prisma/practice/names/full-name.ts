import type { Random } from '../random'
import type { Pool } from './cultures'
import { nicknames } from './nickname-data'

export type FullName = {
  given: string
  middle: string | null
  family: string
  order: 'given_first' | 'family_first' | 'single'
  /** What friends and workers say; the given name when there is no other. */
  calledBy: string
}

type Sex = 'female' | 'male'

/** A family name as a woman or a man of that culture bears it. */
export function familyFor(pool: Pool, family: string, sex: Sex): string {
  if (sex === 'male') return family
  if (pool.style === 'polish') return family.replace(/([sc])ki$/, '$1ka')
  if (pool.style === 'slavic') return family.replace(/skyi$/, 'ska')
  if (pool.key === 'lithuanian') return family.replace(/(as|us)$/, 'ienė').replace(/iienė$/, 'ienė')
  return family
}

/** A name after the custom of `pool`; `family` is given for brothers, sisters and parents. */
export function fullName(rng: Random, pool: Pool, sex: Sex, family?: string): FullName {
  const given = rng.pick(sex === 'female' ? pool.female : pool.male)
  const calledBy = rng.chance(0.75) ? (nicknames[given] ?? given) : given
  const base = family ?? rng.pick(pool.family)
  const own = { given, calledBy, order: 'given_first' as const }
  if (pool.style === 'sikh') {
    const middle = sex === 'female' ? 'Kaur' : 'Singh'
    return rng.chance(0.25)
      ? { ...own, middle: null, family: middle }
      : { ...own, middle, family: base }
  }
  if (pool.style === 'patronymic') return { ...own, middle: rng.pick(pool.male), family: base }
  if (pool.style === 'family_first') {
    return { ...own, middle: null, family: base, order: 'family_first' }
  }
  if (pool.style === 'often_single' && !family && rng.chance(0.3)) {
    return { ...own, middle: null, family: '', order: 'single' }
  }
  const hasMiddle = pool.style === 'fixed' && rng.chance(0.45)
  const middle = hasMiddle ? rng.pick(sex === 'female' ? pool.female : pool.male) : null
  return { ...own, middle: middle === given ? null : middle, family: familyFor(pool, base, sex) }
}

/** As one would write it on an envelope. */
export function written(name: FullName): string {
  const parts =
    name.order === 'family_first'
      ? [name.family, name.middle, name.given]
      : [name.given, name.middle, name.family]
  return parts.filter((part) => part !== null && part !== '').join(' ')
}
