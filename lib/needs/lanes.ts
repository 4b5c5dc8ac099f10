import { NEED_MAPPINGS } from '@/lib/code-lists/need-mappings'
import { NEED_DOMAINS } from '@/lib/codes'
import type { PlainDate } from '@/lib/dates'
import { standingOf, windowStart, type Standing } from './rules'
import { directionWords, isOld, stepsOf, type Answer, type Drawn, type Step } from './steps'

/** A service that works or worked with the person, as far as the reader may know. */
export type Service = {
  agency: string
  own: boolean
  startsOn: PlainDate
  endsOn: PlainDate | null
  /** What its entries are about. */
  categories: readonly string[]
  /** May the reader read what it records about these, if it records anything? */
  readable: boolean
  /** Whom to ring: a worker, or the team. */
  ring: string
  phone: string | null
}

/** One voice on one need. */
export type Lane = {
  key: string
  by: string
  /** The person's own view. */
  person: boolean
  /** `harmed by someone`, of the one need that has a direction. */
  toward: string | null
  /** The newest answer that stands. */
  newest: Answer | null
  /** Not said again for a year. */
  old: boolean
  /** The day the work ended, where it has. */
  ended: PlainDate | null
  /** What the service thinks is with the service. */
  held: Service | null
  steps: Step[]
}

export type NeedLanes = { domain: string; label: string; standing: Standing; lanes: Lane[] }

/**
 * Every need as lanes, one for each voice that has said something; then the services that may know
 * and do not tell the reader. Needs of which the reader sees nothing come last.
 */
export function lanesOf(
  answers: readonly Answer[],
  { services, now }: { services: readonly Service[]; now: PlainDate },
): NeedLanes[] {
  const rows = NEED_DOMAINS.map(({ key: domain, label }) => {
    const own = answers.filter((answer) => answer.domain === domain && !answer.withdrawnAt)
    const said = voices(own).map((voice) => laneOf(voice, services, now))
    const held = heldOf(domain, own, services).map((service) => heldLane(service, now))
    const standing = standingOf(own, domain, now)
    const lanes = [...said.sort(inOrder), ...held]
    return { domain, label, standing, lanes }
  })
  const last = ({ standing, lanes }: NeedLanes) =>
    lanes.length === 0 ? 2 : standing === 'not-asked' ? 1 : 0
  return rows.sort((one, other) => last(one) - last(other))
}

const firstDay = ({ steps, newest }: Lane) => steps[0]?.from ?? newest?.ratedOn ?? ''

/** By who spoke first; the person's own view comes last, under all the others. */
const inOrder = (one: Lane, other: Lane) =>
  Number(one.person) - Number(other.person) || (firstDay(one) < firstDay(other) ? -1 : 1)

/** A lane's voice as it is said; `ownVoice`: the person's own, `Danny’s own view`. */
export const voiceOf = ({ person, by, toward }: Lane, ownVoice: string): string =>
  [person ? ownVoice : by, toward].filter(Boolean).join(': ')

type Voice = { by: string; person: boolean; direction: string | null; answers: Answer[] }

/**
 * People harmed and people causing harm are never added up, so each direction has its lane; what a
 * service says without one is said of all of its lanes.
 */
function voices(answers: readonly Answer[]): Voice[] {
  const found = new Map<string, Voice>()
  const nameOf = ({ byPerson, agency }: Answer) => (byPerson ? 'person' : agency)
  const directed = new Set(answers.filter(({ direction }) => direction).map(nameOf))
  for (const answer of answers) {
    const { direction, agency, byPerson = false } = answer
    if (!direction && directed.has(nameOf(answer))) continue
    const key = `${nameOf(answer)} ${direction ?? ''}`
    if (found.has(key)) continue
    const mine = answers.filter(
      (one) => nameOf(one) === nameOf(answer) && (!one.direction || one.direction === direction),
    )
    found.set(key, { by: agency, person: byPerson, direction, answers: mine })
  }
  return [...found.values()]
}

function laneOf(
  { by, person, direction, answers }: Voice,
  services: readonly Service[],
  now: PlainDate,
): Lane {
  const ended = person ? null : endOf(by, services)
  const newest = answers[0] ?? null
  const over = ended && newest && ended >= newest.ratedOn && ended <= now ? ended : null
  return {
    key: `${person ? 'person' : by} ${direction ?? ''}`,
    by,
    person,
    toward: direction && directionWords(direction),
    newest,
    old: newest !== null && isOld(newest.ratedOn, now),
    ended: over,
    held: null,
    steps: stepsOf(answers, { now, ended: over }),
  }
}

/** The last day on which a service worked with the person; null while it does, or nobody knows. */
function endOf(agency: string, services: readonly Service[]): PlainDate | null {
  const theirs = services.filter((service) => service.agency === agency)
  if (theirs.length === 0 || theirs.some(({ endsOn }) => endsOn === null)) return null
  return (
    theirs
      .map(({ endsOn }) => endsOn ?? '')
      .sort()
      .at(-1) ?? null
  )
}

/**
 * Services whose work is about this need and whose words do not reach the reader. Said of all of
 * them alike, whether they have written anything or not.
 */
function heldOf(domain: string, answers: readonly Answer[], services: readonly Service[]) {
  const category = NEED_MAPPINGS[domain]?.category
  // That it wrote down the person's own view does not tell what it thinks itself.
  const heard = new Set(answers.flatMap(({ agency, byPerson }) => (byPerson ? [] : agency)))
  const held = new Map<string, Service>()
  for (const service of services)
    if (
      category &&
      service.categories.includes(category) &&
      !(service.own || service.readable || service.endsOn || heard.has(service.agency)) &&
      !held.has(service.agency)
    )
      held.set(service.agency, service)
  return [...held.values()]
}

function heldLane(service: Service, now: PlainDate): Lane {
  const { agency, startsOn, ring } = service
  const from = startsOn < windowStart(now) ? windowStart(now) : startsOn
  const drawn: Drawn = 'held'
  const words = `held: ring ${ring}`
  const step = { from, to: now, drawn, height: 2, old: false, words, saidOn: startsOn }
  const none = { newest: null, old: false, ended: null, person: false, toward: null }
  return { key: `held ${agency}`, by: agency, ...none, held: service, steps: [step] }
}
