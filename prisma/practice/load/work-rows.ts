import type { Life } from '../lives/types'
import type { Contact, Involvement } from '../lives/work-types'
import { dayOfInstant } from './clock'
import type { Context } from './entry-context'
import { addEntry } from './entry-context'
import { childId } from './ids'

/** What an involvement came from, in the four ways the database knows. */
const cameFrom: Record<Involvement['source'], string> = {
  referral: 'referral',
  order: 'referral',
  discharge: 'referral',
  feed: 'feed',
  appointment: 'appointment',
  present: 'present',
}

/** Why work ended, in the list's own codes: a life is told in more words than the list has. */
const endReasons: Readonly<Record<string, string>> = {
  completed: 'finished',
  housed: 'finished',
  no_further: 'finished',
  discharged: 'finished',
  work: 'finished',
  safer: 'finished',
  moved_on: 'moved_team',
  handed_on: 'moved_team',
  order_completed: 'order_ended',
  licence_ended: 'order_ended',
  tenancy_ended: 'other',
  claim_ended: 'other',
  asked_to_leave: 'other',
}

/** Teams that work with the person, from and until, and their named workers in turn. */
export function addInvolvements(context: Context, life: Life): void {
  for (const one of life.involvements) {
    addEntry(context, 'involvement', one, '', {
      came_from: cameFrom[one.source],
      starts_on: one.from,
      ends_on: one.to,
      end_reason: one.endReason && (endReasons[one.endReason] ?? one.endReason),
    })
    if (one.endWords !== null && one.to !== null) {
      const givenAt = `${one.to}T16:00:00.000Z`
      const id = childId(context.seed, 'handover', one.id, givenAt)
      const row = { involvement_id: one.id, words: one.endWords }
      addEntry(context, 'handover', one, '', row, { id, givenAt })
    }
    one.workers.forEach((spell, i) => {
      const { id: user_id, name, phone } = context.user(spell.userKey)
      const ends = spell.to ?? one.to
      const leads = one.lead.some((held) => held.userKey === spell.userKey && held.to === one.to)
      const at = `${spell.from}T09:00:00.000Z`
      const row = {
        ...{ involvement_id: one.id, user_id, worker_name: name, worker_phone: phone },
        lead: leads,
        starts_on: spell.from,
        ends_on: ends !== null && ends < spell.from ? spell.from : ends,
      }
      const id = childId(context.seed, 'worker', `${one.id} ${i}`, at)
      addEntry(context, 'involvement_worker', one, '', row, { id, givenAt: at })
    })
  }
}

/** Contacts: the headline, the words in every edition, time and place, and words about others. */
export function addContacts(context: Context, life: Life): void {
  for (const one of life.contacts) {
    const { kind, outcome, major, withdrawn } = one
    addEntry(context, 'contact', one, '', {
      happened_on: dayOfInstant(one.happenedAt),
      kind,
      outcome,
      major,
      withdrawn_at: withdrawn?.at ?? null,
    })
    const part = (what: string) => ({ id: childId(context.seed, what, one.id, one.givenAt) })
    const parent = { contact_id: one.id }
    const place = { ...parent, happened_at: one.happenedAt, place: one.place }
    addEntry(context, 'contact_place', one, '', place, part('place'))
    addWords(context, one)
    if (one.aboutOther) {
      const other = { ...parent, words: one.aboutOther }
      addEntry(context, 'contact_other', one, '', other, part('other'))
    }
    if (withdrawn) {
      const id = childId(context.seed, 'withdrawal', one.id, withdrawn.at)
      const row = { ...parent, reason: withdrawn.why }
      addEntry(context, 'contact_withdrawal', one, '', row, { id, givenAt: withdrawn.at })
    }
    if (one.mustAct) addDuty(context, one, one.mustAct)
  }
}

/** Old words stay: each correction is an edition of its own, by whom and why. */
function addWords(context: Context, one: Contact): void {
  const { seed } = context
  const texts = [...one.corrections.map((old) => old.words), one.words]
  texts.forEach((words, i) => {
    const correction = i === 0 ? null : one.corrections[i - 1]
    const givenAt = correction?.at ?? one.givenAt
    const id = childId(seed, 'words', `${one.id} ${i}`, givenAt)
    const row = {
      ...{ contact_id: one.id, edition: i + 1, words },
      why: correction?.why ?? null,
      locates: one.locates,
    }
    const changes = { id, givenAt, ...(correction ? { by: correction.userKey } : {}) }
    addEntry(context, 'contact_words', one, '', row, changes)
  })
}

/** Something somebody must do by a day because of what was said. */
function addDuty(context: Context, one: Contact, duty: NonNullable<Contact['mustAct']>): void {
  const owner = context.user(duty.userKey)
  const row = {
    goal_id: null,
    words: duty.what,
    owner_user_id: owner.id,
    owner_name: owner.name,
    due_on: duty.by,
    taken_on_at: one.givenAt,
    done_on: duty.done ? duty.by : null,
  }
  const id = childId(context.seed, 'duty', one.id, one.givenAt)
  addEntry(context, 'plan_action', one, 'plan', row, { id })
}

/** Dates to come, and those that were. */
export function addAppointments(context: Context, life: Life): void {
  const outcomes = { booked: null, kept: 'kept', not_seen: 'not_seen', cancelled: 'cancelled' }
  for (const one of life.appointments) {
    addEntry(context, 'appointment', one, '', {
      starts_at: one.at,
      minutes: one.minutes,
      kind: one.heading,
      worker_name: context.user(one.userKey).name,
      outcome: outcomes[one.state],
    })
    if (one.place === null) continue
    const id = childId(context.seed, 'appointment place', one.id, one.givenAt)
    const row = { appointment_id: one.id, place: one.place }
    addEntry(context, 'appointment_place', one, '', row, { id })
  }
}
