import 'server-only'
import { permit } from '@/lib/access/policy'
import { formatDateTime, londonInstant, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Refused, Stale } from '@/lib/errors'
import { newId } from '@/lib/new-id'
import type { BookingInput, DateStepInput, HardTimeEndInput, HardTimeInput } from './schema'
import { dateRefusal } from './steps'

/** The moment of a day and a time in London. @throws Refused where it has passed */
function momentOf(day: string, time: string): Date {
  const at = londonInstant(day, time)
  if (at.getTime() < Date.now()) throw new Refused('Enter a time that is still to come', 'time')
  return at
}

/**
 * Two people are to be kept apart: said to the team that serves both, before it books.
 *
 * @throws Refused unless they were warned and go on
 */
async function keepApart({ db }: Scope, personId: string, at: Date, anyway: boolean) {
  if (anyway) return
  const [row] = await db.$queryRaw<{ words: string | null }[]>`
    select people.apart_at(${personId}::uuid, ${at}) as words`
  if (row?.words) throw new Refused(row.words, 'time')
}

/** Books a date, offered until the person agrees. @returns its id */
export async function bookDate(scope: Scope, input: BookingInput): Promise<string> {
  permit(scope.viewer, 'appointment:book')
  const { personId, kind, day, time, minutes, place, postcode, agreed, anyway } = input
  const startsAt = momentOf(day, time)
  await keepApart(scope, personId, startsAt, anyway)
  const id = newId()
  const agreedOn = agreed ? new Date(today()) : null
  await scope.db.appointment.createMany({
    data: { id, personId, kind, startsAt, minutes, agreedOn },
  })
  if (place)
    await scope.db.appointmentPlace.createMany({
      data: { personId, appointmentId: id, place, postcode },
    })
  return id
}

async function find({ db }: Scope, { personId, appointmentId }: DateStepInput) {
  const found = await db.appointment.findFirst({
    where: { id: appointmentId, personId },
    select: {
      ...{ agencyId: true, startsAt: true, agreedOn: true, outcome: true, otherAt: true },
      ...{ otherAnswer: true, version: true },
    },
  })
  if (!found) throw new NotFound()
  return found
}

/** What a step of one's own date writes. */
function written({ step, became, missedWhy, answer }: DateStepInput, before: Before, at: Date) {
  switch (step) {
    case 'agree':
      return { agreedOn: new Date(today()) }
    case 'move':
      return { startsAt: at, movedFrom: before.startsAt }
    case 'answer':
      return answer === 'accepted'
        ? { otherAnswer: answer, startsAt: before.otherAt ?? at, movedFrom: before.startsAt }
        : { otherAnswer: answer }
    case 'undo':
      return { outcome: null, missedWhy: null, cancelledBy: null }
    default:
      return became?.startsWith('cancelled_by_')
        ? { outcome: 'cancelled', cancelledBy: became.slice('cancelled_by_'.length) }
        : { outcome: became, missedWhy: became === 'not_seen' ? missedWhy : null }
  }
}

type Before = Awaited<ReturnType<typeof find>>

/**
 * Takes one step with a date: agreed, moved, another time answered or offered, what became of it,
 * that undone. The agency that booked it may, and another may offer it another time.
 *
 * @param version the one that the form was opened at
 * @throws Stale where somebody else took a step first
 * @throws Refused where the step cannot be taken from here, in words
 */
export async function stepDate(
  scope: Scope,
  input: DateStepInput,
  version: number | null = null,
): Promise<void> {
  permit(scope.viewer, 'appointment:book')
  const before = await find(scope, input)
  if (version !== null && version !== before.version) throw stale(before.version)
  const own = before.agencyId === scope.viewer.agencyId
  const begun = before.startsAt.getTime() <= Date.now()
  const why = dateRefusal(input.step, { ...before, begun }, own)
  if (why) throw new Refused(why)
  const { personId, appointmentId, day, time, anyway } = input
  const at = day && time ? momentOf(day, time) : before.startsAt
  if (input.step === 'offer') {
    await scope.db.$executeRaw`
      select work.offer_other_time(${appointmentId}::uuid, ${at}, ${before.version})`
    return
  }
  if (input.step === 'became' && !begun && !input.became?.startsWith('cancelled'))
    throw new Refused('This is still to come. Move it or cancel it.', 'became')
  if (input.step === 'move') await keepApart(scope, personId, at, anyway)
  const { count } = await scope.db.appointment.updateMany({
    where: { id: appointmentId, personId, version: before.version },
    data: written(input, before, at),
  })
  if (count > 0) return
  const after = await find(scope, input)
  if (after.version !== before.version) throw stale(after.version)
  throw new NotFound()
}

const stale = (version: number) => new Stale({}, 'Somebody', formatDateTime(new Date()), version)

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Writes down a time that does not work, as the person said. @returns its id */
export async function giveHardTime({ db, viewer }: Scope, input: HardTimeInput): Promise<string> {
  permit(viewer, 'fact:give')
  const { personId, weekday, from, until } = input
  const id = newId()
  await db.hardTime.createMany({
    data: {
      ...{ id, personId, weekday: weekday === 'every' ? null : Number(weekday) },
      ...{ fromMinute: minuteOf(from), toMinute: minuteOf(until), saidOn: new Date(today()) },
    },
  })
  return id
}

/** Ends a time of our own agency's that works again. */
export async function endHardTime({ db, viewer }: Scope, input: HardTimeEndInput): Promise<void> {
  permit(viewer, 'fact:end')
  const { count } = await db.hardTime.updateMany({
    where: { id: input.hardTimeId, personId: input.personId, agencyId: viewer.agencyId },
    data: { endedOn: new Date(today()) },
  })
  if (count === 0) throw new NotFound()
}
