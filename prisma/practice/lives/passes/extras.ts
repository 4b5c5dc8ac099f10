import type { Draft } from '../draft'
import { say } from '../draft'
import { addDays, daysBetween, instantOf } from '../days'
import { authorFor, head } from '../heads'
import { dayFor } from '../verbs'
import { phrases } from '../words/library'
import { warn } from '../warnings'
import type { Contact } from '../work-types'

/** Notes put right, notes taken back, things that somebody must do, warnings for visits. */
export function extras(draft: Draft): void {
  for (const contact of draft.life.contacts) {
    if (draft.rng.chance(0.01)) correct(draft, contact)
    else if (draft.rng.chance(0.003)) withdraw(draft, contact)
  }
  mustAct(draft)
  visitWarning(draft)
  mappa(draft)
}

function nextDay(draft: Draft, contact: Contact): { at: string; userKey: string } | null {
  const end = draft.died ? addDays(draft.died, -1) : draft.last
  const on = dayFor(
    draft,
    contact.teamKey,
    addDays(contact.givenAt.slice(0, 10), draft.rng.int(1, 4)),
  )
  if (on > end) return null
  return { at: instantOf(on, 10 * 60), userKey: authorFor(draft, contact.teamKey, on) }
}

function correct(draft: Draft, contact: Contact): void {
  const when = nextDay(draft, contact)
  if (!when) return
  const words = contact.words.replace(/\.$/, ', I think.').replace('Tuesday', 'Wednesday')
  const why = say(draft, 'correction', phrases('correction'))
  contact.corrections.push({ ...when, words, why })
}

function withdraw(draft: Draft, contact: Contact): void {
  const when = nextDay(draft, contact)
  if (!when) return
  contact.withdrawn = { ...when, why: say(draft, 'withdrawn', phrases('withdrawn')) }
}

function mustAct(draft: Draft): void {
  const recent = draft.life.contacts.filter(
    (c) => daysBetween(c.givenAt.slice(0, 10), draft.last) < 12,
  )
  const contact = recent.at(-1)
  if (!contact || draft.died || !draft.rng.chance(0.06)) return
  contact.mustAct = {
    userKey: authorFor(draft, contact.teamKey, draft.last),
    by: addDays(draft.world.today, draft.rng.int(-2, 5)),
    done: draft.rng.chance(0.3),
    what: say(draft, 'act', phrases('act')),
  }
}

/** Visiting in pairs for a few, fire and dogs for a few more; renewed while they hold. */
function visitWarning(draft: Draft): void {
  const { rng, life, profile } = draft
  const visiting = life.involvements.filter((i) =>
    ['hf', 'meadow', 'probation', 'asc'].includes(i.agencyKey),
  )
  const one = visiting[0]
  if (!one || !rng.chance(profile.deal.panel ? 0.3 : 0.07)) return
  const kind = rng.weigh([
    ['visit', 6],
    ['fire', 2],
    ['dog', 2],
  ] as const)
  let on = addDays(one.from, rng.int(5, 60))
  const end = one.to ?? draft.last
  while (on <= end) {
    draft.now = on
    warn(draft, one.teamKey, kind)
    on = addDays(on, rng.chance(0.6) ? 176 : 5000)
  }
}

function mappa(draft: Draft): void {
  const one = draft.life.involvements.find((i) => i.agencyKey === 'probation')
  if (!one || !draft.rng.chance(0.035)) return
  const heardOn = dayFor(draft, one.teamKey, addDays(one.from, draft.rng.int(10, 60)))
  if (heardOn > (one.to ?? draft.last)) return
  draft.life.markers.push({
    ...head(draft, one.teamKey, heardOn, { categories: ['justice'] }),
    kind: 'mappa',
    level: draft.rng.weigh([
      ['1', 8],
      ['2', 2],
      ['3', 0.3],
    ]),
    heardOn,
    reviewOn: addDays(heardOn, 112),
    endedOn: one.to,
  })
}
