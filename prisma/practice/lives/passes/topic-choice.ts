import type { Category } from '../../agencies/agency-types'
import type { Draft } from '../draft'
import type { Day } from '../entry-types'

/** What a topic makes a note about, beside the team's own category; the strictest wins. */
export const ABOUT: Record<string, Category> = {
  using: 'substance_use',
  treatment: 'substance_use',
  treatment_heroin: 'substance_use',
  relapse: 'substance_use',
  steady: 'substance_use',
  low: 'mental_health',
  nurse: 'mental_health',
  crisis: 'mental_health',
  unspoken: 'domestic_abuse',
  safe_now: 'domestic_abuse',
  order: 'justice',
  release: 'justice',
  licence: 'justice',
  grief: 'family',
  health: 'physical_health',
  money: 'money',
  sanction: 'money',
  debts: 'money',
}

const close = [
  'hf',
  'riverside',
  'lantern',
  'probation',
  'dna',
  'cmh',
  'gp',
  'youth',
  'haven',
  'asc',
]
const health = ['gp', 'hospital', 'asc', 'hf', 'lantern', 'riverside', 'cmh']
const purse = [
  'jobcentre',
  'debt',
  'hf',
  'lantern',
  'riverside',
  'meadow',
  'options',
  'probation',
  'legal',
]
const home = ['meadow', 'riverside', 'options', 'hf', 'lantern', 'asc', 'probation', 'youth']

/** Topics that only these agencies would hear about, and write down. */
const ONLY: Record<string, string[]> = {
  status: ['legal'],
  safe_now: ['haven'],
  unspoken: ['gp', 'cmh', 'hf', 'youth'],
  order: ['probation'],
  licence: ['probation'],
  release: ['probation', 'riverside', 'hf'],
  using: ['dna', 'hf', 'riverside', 'lantern', 'probation', 'gp'],
  treatment: ['dna', 'hf', 'riverside'],
  treatment_heroin: ['dna'],
  relapse: ['dna', 'hf', 'riverside', 'probation'],
  steady: ['dna', 'hf', 'probation', 'riverside'],
  nurse: ['cmh', 'hf', 'riverside'],
  low: close,
  crisis: ['cmh', 'hf', 'riverside', 'gp'],
  grief: close,
  health,
  money: purse,
  sanction: purse,
  debts: ['debt', 'hf', 'meadow', 'riverside'],
  work: ['jobcentre', 'probation', 'youth', 'hf', 'lantern'],
  job: ['jobcentre', 'probation', 'youth', 'hf', 'meadow', 'dna'],
  young: ['youth', 'riverside', 'lantern'],
  rough: home,
  sofa: home,
  hostel: home,
  temporary: home,
  new_flat: home,
  arrears: home,
  tenancy: home,
}

/** What an agency would rather hear about than anything else. */
const FIRST: Record<string, string[]> = {
  dna: ['relapse', 'treatment', 'treatment_heroin', 'using', 'steady'],
  probation: ['release', 'order', 'licence'],
  debt: ['debts'],
  cmh: ['crisis', 'nurse', 'low'],
}

/** Something that is so on the day and that this agency would hear of; general talk else. */
export function topicOn(draft: Draft, agency: string, on: Day): string {
  const { rng } = draft
  const open = draft.topics
    .filter((t) => t.from <= on && on <= t.until && (ONLY[t.key]?.includes(agency) ?? true))
    .map((t) => t.key)
  const own = open.filter((key) => FIRST[agency]?.includes(key))
  if (own.length > 0 && rng.chance(0.5)) return rng.pick(own)
  return open.length > 0 && rng.chance(0.75) ? rng.pick(open) : 'general'
}
