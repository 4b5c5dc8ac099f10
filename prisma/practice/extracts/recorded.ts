import { foldName } from '@/lib/people/normalise'
import { shortForms } from '@/lib/people/nicknames'
import { properName } from '@/lib/transfer/names'
import type { ExtractPerson } from '../extracts'
import type { Random } from '../random'
import { slip, slipNumber } from './slips'

/** A person as one row of one agency has them, errors and gaps in. Gaps are ''. */
export type Recorded = {
  given: string
  middle: string
  family: string
  birth: { year: string; month: string; day: string } | null
  sex: 'female' | 'male' | ''
  postcode: string
  nhs: string
  nino: string
  crn: string
  pnc: string
}

/** Shares of rows, near those of the measured files beside the design. */
const RATE = {
  nickname: 0.12,
  otherName: 0.12,
  slip: 0.08,
  noFamily: 0.06,
  noGiven: 0.01,
  noBirth: 0.22,
  firstOfJanuary: 0.06,
  dayAndMonthSwapped: 0.02,
  digitWrong: 0.03,
  noPostcode: 0.2,
  olderPostcode: 0.25,
  postcodeSlip: 0.03,
  noSex: 0.2,
  numberSlip: 0.01,
}

function calledBy(rng: Random, given: string): string {
  const forms = shortForms(foldName(given))
  return forms.length === 0 ? given : properName(rng.pick(forms.slice(0, 3)))
}

function nameOf(rng: Random, { names }: ExtractPerson) {
  const [own, ...others] = names
  const name = others.length > 0 && rng.chance(RATE.otherName) ? rng.pick(others) : own
  if (!name) throw new Error('A person of an extract needs a name')
  const given = rng.chance(RATE.nickname) ? calledBy(rng, name.given) : name.given
  const gap = rng.next()
  const has = { given: given !== '', family: name.family !== '' }
  return {
    given: has.family && gap < RATE.noGiven ? '' : rng.chance(RATE.slip) ? slip(rng, given) : given,
    middle: rng.chance(0.5) ? (name.middle ?? '') : '',
    family:
      has.given && gap > 1 - RATE.noFamily
        ? ''
        : rng.chance(RATE.slip)
          ? slip(rng, name.family)
          : name.family,
  }
}

function birthOf(rng: Random, { birth }: ExtractPerson): Recorded['birth'] {
  const [year = '', month = '', day = ''] = birth.split('-')
  if (rng.chance(RATE.noBirth)) return null
  if (rng.chance(RATE.firstOfJanuary)) return { year, month: '01', day: '01' }
  if (Number(day) <= 12 && rng.chance(RATE.dayAndMonthSwapped)) {
    return { year, month: day, day: month }
  }
  if (!rng.chance(RATE.digitWrong)) return { year, month, day }
  const other = String((Number(year.slice(3)) + rng.int(1, 9)) % 10)
  return { year: year.slice(0, 3) + other, month, day: day === '29' ? '28' : day }
}

function postcodeOf(rng: Random, { postcodes }: ExtractPerson): string {
  const [now = '', ...older] = postcodes
  if (rng.chance(RATE.noPostcode)) return ''
  const one = older.length > 0 && rng.chance(RATE.olderPostcode) ? rng.pick(older) : now
  return rng.chance(RATE.postcodeSlip) ? slip(rng, one).toUpperCase() : one
}

/** What one agency wrote down about a person. */
export function recorded(rng: Random, person: ExtractPerson): Recorded {
  const { nhs = '', nino = '', crn = '', pnc = '' } = person.identifiers
  const number = (given: string) => {
    const text = given.replaceAll(' ', '')
    return rng.chance(RATE.numberSlip) ? slipNumber(rng, text) : text
  }
  return {
    ...nameOf(rng, person),
    birth: birthOf(rng, person),
    sex: rng.chance(RATE.noSex) ? '' : person.sex,
    postcode: postcodeOf(rng, person),
    nhs: number(nhs),
    nino: number(nino),
    crn,
    pnc: number(pnc),
  }
}
