import { WorldBuilder, type EntryWish, type Giver } from './builder'
import { levels } from './cast'

/** Where somebody is, said in every field that can say it; each saying is one of these words. */
export const canary = 'CANARY'

/**
 * Fields that locate, by table, with what they say. `placed`: what a team gives that is a place.
 */
const sayings: [string, Record<string, unknown>][] = [
  ['address', { lines: 'CANARY-address-lines', postcode: 'CANARY-postcode', uprn: 'CANARY-uprn' }],
  ['address', { lines: 'CANARY-old-address', until_on: '2024-02-01', area_code: 'CANARY-area' }],
  ['living_situation', { code: 'CANARY-living' }],
  ['living_area', { area_name: 'CANARY-living-area' }],
  ['contact_place', { place: 'CANARY-contact-place', with_whom: 'CANARY-with' }],
  ['contact_place', { place: 'CANARY-a-time', happened_at: '2024-01-01T14:30:00Z' }],
  ['appointment', { kind: 'CANARY-appointment', worker_name: 'CANARY-who' }],
  ['appointment_place', { place: 'CANARY-flat' }],
  ['reach', { kind: 'landline', value: 'CANARY-landline', norm: 'CANARY-landline' }],
  ['reach', { implies_place: true, value: 'CANARY-number', norm: 'CANARY-number' }],
  ['own_words', { locates: true, words: 'CANARY-own-words', ask_first: 'CANARY-ask' }],
  ['contact_words', { locates: true, words: 'CANARY-contact-words' }],
  ['unnamed', { seen_where: 'CANARY-seen', description: 'CANARY-description' }],
  ['identifier', { type: 'uprn', value: 'CANARY-uprn-2', norm: 'CANARY-uprn-2' }],
]

const placed: [string, Record<string, unknown>][] = [
  ['involvement', { end_reason: 'CANARY-end' }],
  ['handover', { words: 'CANARY-handover' }],
  ['involvement_worker', { worker_name: 'CANARY-worker', worker_phone: 'CANARY-worker-phone' }],
  ['contact', { kind: 'CANARY-kind' }],
  ['contact_words', { words: 'CANARY-placed-words' }],
  ['need_rating', { domain: 'CANARY-domain' }],
  ['need_note', { words: 'CANARY-note' }],
  ['plan_goal', { words: 'CANARY-goal' }],
  ['plan_action', { words: 'CANARY-action', owner_name: 'CANARY-owner' }],
  ['plan_asked', { how: 'CANARY-asked', present: 'CANARY-present' }],
  ['plan_review', { held_on: '2024-01-01', outcome: 'CANARY-review', present: 'CANARY-there' }],
  ['plan_strength', { words: 'CANARY-strength' }],
  ['held_plan', { kind: 'care' }],
  ['warning_detail', { evidence: 'CANARY-evidence' }],
  ['warning_end', { reason: 'CANARY-ended' }],
  ['identity_words', { gender_words: 'CANARY-words' }],
  ['relationship', { kind: 'friend', note: 'CANARY-relationship' }],
  ['person_name', { given: 'CANARY-name', family: '', sort_key: 'C', norm: 'C' }],
  ['choice', { kind: 'consent', how: 'CANARY-how' }],
]

export type CanaryWorld = ReturnType<typeof canaryWorld>

/**
 * A person whose whereabouts are protected, whom our team works with under an agreement that
 * gives it everything. Only the named team, of another agency, may know where they are.
 */
export function canaryWorld() {
  const b = new WorldBuilder(Date.now(), 7)
  const ours = b.giver()
  const named = b.giver()
  const hostel = b.giver('team')
  const refuge = b.giver('agency')
  const user: Record<string, string> = {}
  const join = (name: string, role: Parameters<typeof b.membership>[2], at: Giver) => {
    user[name] = b.user()
    b.session(name, user[name], b.membership(user[name], at.agency, role, [at.team]))
  }
  for (const role of ['practitioner', 'manager', 'limited', 'custodian', 'steward'] as const) {
    join(role, role, ours)
  }
  for (const role of ['officer', 'administrator', 'commissioner'] as const) join(role, role, ours)
  join('named', 'practitioner', named)
  join('hostel', 'practitioner', hostel)

  const everybody = [ours, named, hostel, refuge]
  const agreement = b.agreement(
    everybody.map(({ agency }) => agency),
    everybody.map(({ team }) => team),
  )
  for (const giver of everybody) {
    b.terms(agreement, giver.agency, { ...levels, justice: 4, mental_health: 4 })
  }
  const person = b.person()
  b.cohort(person, agreement.id)
  for (const giver of [ours, named]) b.involve(person, giver)
  const limited = { user_id: user.limited, starts_on: b.day(-9), worker_name: 'A volunteer' }
  const parent = b.involve(person, ours).id
  b.entry('involvement_worker', person, ours, { categories: ['plan'], parent, facts: limited })

  const say = (table: string, giver: Giver, facts: Record<string, unknown>, wish: EntryWish = {}) =>
    b.entry(table, person, giver, { categories: ['plan'], ...wish, facts: { ...facts } })
  for (const [table, facts] of sayings) for (const giver of [ours, named]) say(table, giver, facts)
  for (const giver of [hostel, refuge]) {
    for (const [table, facts] of [...sayings, ...placed]) {
      say(table, giver, { ...facts, ...(table === 'involvement' ? { starts_on: b.day(-40) } : {}) })
    }
    const sent = { to_team_id: giver.team, sent_at: b.at(-20) }
    say('referral', named, { ...sent, reason: 'CANARY-referral' })
  }
  // What may be read, so that silence is not taken for protection.
  say('contact', named, { kind: 'visible-contact' })
  // Ours protects too: else what it gave itself would be its to see.
  for (const giver of [named, ours]) {
    const protection = say('protected_whereabouts', giver, {}, { categories: ['safety'] }).id
    b.world.protectionTeams.push({ protection, team: named.team })
  }
  return { world: b.world, person, named, hostel, refuge, user }
}
