import { addDays, instantOf, nextOn } from '../days'
import type { Draft } from '../draft'
import { happened } from '../draft'
import { head } from '../heads'
import { moveHome } from '../homes'
import { identities } from '../passes/identity'
import { ownPhones } from '../passes/numbers'
import { routineContacts } from '../passes/routine'
import { whereabouts } from '../passes/whereabouts'
import { refer } from '../referrals'
import type { Life } from '../types'
import type { World } from '../world'
import { playAll } from '../draft'
import type { Hand } from './hand'
import { ago, handDraft, rated, worker, wrote } from './hand'

const name = (given: string, family: string) => ({
  given,
  middle: null,
  family,
  order: 'given_first' as const,
  calledBy: given,
})

function begun(world: World, hand: Omit<Hand, 'core'> & { core: Hand['core'] }): Draft {
  const draft = handDraft(world, hand)
  draft.now = ago(draft, 1000)
  return draft
}

function done(draft: Draft, quiet: number): Life {
  draft.quietFrom = ago(draft, quiet)
  routineContacts(draft)
  identities(draft)
  whereabouts(draft)
  draft.life.contacts.sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
  return draft.life
}

/** Tomasz's own number, which Marlene gave as well: two people share it, and both may be seen. */
function takesMessages(draft: Draft, life: Life, note: string | null): void {
  const from = ago(draft, 100)
  const value = ownPhones(draft.world.seed, 2).mobile
  if (!value) return
  const given = head(draft, 'probation-north', from, { categories: ['identity'] })
  life.reaches.push({ ...given, kind: 'mobile', value, from, to: null, note, protected: false })
}

const notSeen = { outcome: 'not_seen' as const, heading: 'Not seen', length: 0 }

/** Marlene Achebe: 34 days unseen, nothing booked by anybody. */
export function marlene(world: World): Life {
  const born = addDays(world.today, -Math.round(51.4 * 365.25))
  const needs = ['homelessness', 'justice', 'mental_health'] as const
  const draft = begun(world, {
    index: 1,
    sex: 'female',
    culture: 'nigerian',
    name: name('Marlene', 'Achebe'),
    born,
    core: 'HJ',
    needs: [...needs],
  })
  moveHome(draft, 'A07A')
  happened(draft, 'sofa', 'Stays with a cousin and then another, since the marriage ended.')
  const probation = worker(draft, 'probation-north', 'priya.shah', 210, 'order')
  probation.reviewOn = addDays(world.today, -13)
  worker(draft, 'cmh-community', 'joy.mensah', 160)
  worker(draft, 'lantern-centre', null, 120, 'present').workers = []
  const life = done(draft, 36)
  wrote(draft, 'probation-north', 34, {
    heading: 'Seen',
    words:
      'Marlene came straight from church. Tired, polite, said very little about where she sleeps.',
  })
  for (const days of [25, 18, 11]) {
    const words = 'Not seen. Card left at her cousin’s, no details on it.'
    wrote(draft, 'probation-north', days, { ...notSeen, words })
  }
  rated(draft, 'probation-north', 34, 'justice', 2, 'same', 'justice')
  rated(draft, 'lantern-centre', 40, 'homelessness', 3, 'same', 'housing')
  takesMessages(draft, life, 'A neighbour’s, who takes messages')
  return life
}

/** Tomasz Wilk: turned down by the drug and alcohol service, last seen by housing 27 days ago. */
export function tomasz(world: World): Life {
  const draft = begun(world, {
    index: 2,
    sex: 'male',
    culture: 'polish',
    name: { ...name('Tomasz', 'Wilk'), calledBy: 'Tomek' },
    born: addDays(world.today, -Math.round(29.3 * 365.25)),
    core: 'SJ',
    needs: ['substance_use', 'justice'],
  })
  moveHome(draft, 'A03')
  worker(draft, 'probation-north', 'ben.carter', 190, 'order')
  const housing = worker(draft, 'options-temporary', null, 150)
  const officer = world.staffOn('options-temporary', ago(draft, 150))[0]
  if (officer) housing.workers = [{ userKey: officer.userKey, from: housing.from, to: null }]
  draft.now = ago(draft, 60)
  refer(draft, {
    from: 'probation-north',
    to: 'dna-recovery',
    kind: 'substance',
    refused: 'no_capacity',
    wait: 19,
  })
  playAll(draft)
  const life = done(draft, 40)
  wrote(draft, 'options-temporary', 27, {
    kind: 'home_visit',
    heading: 'Visited',
    words:
      'Tomek had fixed the shared tap himself. Asked again about the waiting list at Clearway.',
  })
  wrote(draft, 'probation-north', 12, { ...notSeen, words: 'Not seen. No message. Texted once.' })
  life.appointments.push({
    ...head(draft, 'probation-north', ago(draft, 12), { locates: true }),
    at: instantOf(nextOn(world.today, 2), 600),
    minutes: 30,
    heading: 'Supervision',
    place: 'Castle House',
    areaCode: world.officeArea('probation-north'),
    state: 'booked',
    contactId: null,
  })
  takesMessages(draft, life, null)
  return life
}

/** Shanice Baptiste: new, and waiting for a probation officer. */
export function shanice(world: World): Life {
  const draft = begun(world, {
    index: 3,
    sex: 'female',
    culture: 'caribbean',
    name: name('Shanice', 'Baptiste'),
    born: addDays(world.today, -Math.round(22.2 * 365.25)),
    core: 'J',
    needs: ['justice', 'work'],
  })
  moveHome(draft, 'A07B')
  worker(draft, 'jobcentre-eastgate', null, 90, 'present')
  const coach = world.staffOn('jobcentre-eastgate', ago(draft, 90))[0]
  const jobcentre = draft.life.involvements[0]
  if (coach && jobcentre) {
    jobcentre.workers = [{ userKey: coach.userKey, from: jobcentre.from, to: null }]
  }
  worker(draft, 'probation-north', null, 4, 'order')
  const life = done(draft, 20)
  wrote(draft, 'jobcentre-eastgate', 12, {
    heading: 'Seen',
    words:
      'Shanice wants evening work so she can keep the college course. Two places rung together.',
  })
  return life
}
