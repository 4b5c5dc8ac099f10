import type { Draft } from '../draft'
import { addDays, instantOf, weekday } from '../days'
import type { Day } from '../entry-types'
import { head } from '../heads'
import { offices } from '../team-place-data'
import { agencyOf, dayFor } from '../verbs'
import type { Appointment, Contact, Involvement } from '../work-types'

/** What an appointment is called; never what for, where the place would say it. */
const CALLED: Record<string, string> = {
  probation: 'Supervision',
  meadow: 'Home visit',
  riverside: 'Key session',
  options: 'Housing appointment',
  asc: 'Review',
  hf: 'Visit',
  lantern: 'Day centre',
  cmh: 'Clinic',
  dna: 'Appointment',
  gp: 'Surgery appointment',
  jobcentre: 'Work search',
  haven: 'Appointment',
  debt: 'Money advice',
  youth: 'Kite',
  legal: 'Advice appointment',
}

const STATE: Partial<Record<Contact['outcome'], Appointment['state']>> = {
  kept: 'kept',
  not_seen: 'not_seen',
  no_reply: 'not_seen',
  cancelled_by_person: 'cancelled',
  cancelled_by_us: 'cancelled',
}

/** Past appointments from contacts of the last two months, and what is booked from here on. */
export function bookings(draft: Draft): void {
  const { life, rng, last } = draft
  const since = instantOf(addDays(last, -60), 0)
  for (const contact of life.contacts) {
    if (contact.happenedAt < since || contact.major || !rng.chance(0.6)) continue
    if (contact.kind === 'street' || contact.kind === 'text') continue
    past(draft, contact)
  }
  if (draft.died) return
  const open = life.involvements.filter((i) => i.to === null && i.workers.length > 0)
  for (const one of open) if (rng.chance(0.62)) book(draft, one)
  clash(draft, open)
}

function past(draft: Draft, contact: Contact): void {
  const heading = CALLED[contact.agencyKey]
  if (!heading) return
  const day = addDays(contact.happenedAt.slice(0, 10), -draft.rng.int(3, 14))
  const bookedOn = dayFor(draft, contact.teamKey, day < draft.from ? draft.from : day)
  if (bookedOn >= contact.happenedAt.slice(0, 10)) return
  draft.life.appointments.push({
    ...head(draft, contact.teamKey, bookedOn, { categories: contact.categories, locates: true }),
    at: contact.happenedAt,
    minutes: contact.minutes || 30,
    heading,
    place: contact.place,
    areaCode: contact.areaCode,
    state: STATE[contact.outcome] ?? 'kept',
    contactId: contact.id,
  })
}

function book(draft: Draft, one: Involvement, on?: Day, minutes?: number): Appointment | null {
  const { rng, world, last } = draft
  const agency = agencyOf(one.teamKey)
  const heading = CALLED[agency]
  if (!heading) return null
  let day = on ?? addDays(world.today, rng.int(1, 26))
  while (weekday(day) % 6 === 0) day = addDays(day, 1)
  const at = minutes ?? rng.int(18, 33) * 30
  const bookedOn = dayFor(draft, one.teamKey, addDays(last, -rng.int(0, 12)))
  const when = bookedOn < one.from ? one.from : bookedOn
  const made: Appointment = {
    ...head(draft, one.teamKey, when, { locates: true }),
    at: instantOf(day, at),
    minutes: rng.pick([20, 30, 30, 45, 60]),
    heading,
    place: offices[one.teamKey] ?? null,
    areaCode: world.officeArea(one.teamKey),
    state: 'booked',
    contactId: null,
  }
  draft.life.appointments.push(made)
  return made
}

/** One in five people with three agencies has two appointments at once within the week. */
function clash(draft: Draft, open: Involvement[]): void {
  const { rng, world } = draft
  const hard = open.filter((i) => !['haven', 'lantern', 'hf'].includes(i.agencyKey))
  if (new Set(hard.map((i) => i.agencyKey)).size < 2 || open.length < 3 || !rng.chance(0.2)) return
  const [a, b] = rng.some(hard, 2)
  if (!a || !b || a.agencyKey === b.agencyKey) return
  const on = addDays(world.today, rng.int(1, 5))
  const minutes = rng.int(19, 30) * 30
  book(draft, a, on, minutes)
  book(draft, b, on, minutes + 15)
}
