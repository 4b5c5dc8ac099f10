import type { Giver, WorldBuilder } from './builder'
import type { Cast } from './cast'
import { openPerson } from './scenes-say'

const gone = { withdrawn_at: '2024-03-01T10:00:00Z' }
const parts = ['contact_words', 'contact_place', 'contact_other', 'contact_withdrawal']

/** Block thirteen: contacts withdrawn, words put right, and actions taken back. */
export function addTakenBack(b: WorldBuilder, cast: Cast) {
  const person = openPerson(b, cast)
  const live = cast.givers.live ?? cast.ours
  for (const giver of [live, cast.ours, cast.other]) {
    for (const categories of [['housing'], ['safety'], ['plan']]) {
      withdrawn(b, person, giver, categories)
      corrected(b, person, giver, categories)
      rated(b, person, giver, categories)
      for (const facts of [{}, { withdrawn_on: '2024-03-01' }]) {
        b.entry('plan_action', person, giver, { categories, facts })
      }
      for (const outcome of ['met', 'withdrawn']) {
        const facts = { ended_on: '2024-03-01', outcome }
        b.entry('plan_goal', person, giver, { categories, facts })
      }
    }
  }
  addGranted(b, cast, person)
}

function withdrawn(b: WorldBuilder, person: string, giver: Giver, categories: string[]) {
  const contact = b.entry('contact', person, giver, { categories, facts: { ...gone } })
  for (const table of parts) b.entry(table, person, giver, { categories, parent: contact.id })
  return contact
}

/** Ratings and assessments taken back go with all that is in them. */
function rated(b: WorldBuilder, person: string, giver: Giver, categories: string[]) {
  const facts = { ...gone, withdrawn_why: 'wrong_person' }
  const rating = b.entry('need_rating', person, giver, { categories, facts })
  for (const table of ['need_grade', 'need_note'])
    b.entry(table, person, giver, { categories, parent: rating.id })
  const assessment = b.entry('assessment', person, giver, { categories, facts })
  b.entry('assessment_item', person, giver, { categories, parent: assessment.id })
}

/** A newer version takes the older one's place, whether or not the reader may see the newer. */
function corrected(b: WorldBuilder, person: string, giver: Giver, categories: string[]) {
  const about = b.entry('contact', person, giver, { categories })
  const place = { categories, parent: about.id }
  b.entry('contact_place', person, giver, place)
  for (const edition of [1, 2, 3]) {
    const audience = edition === 3 && categories.includes('plan') ? 'team' : 'agreed'
    const facts = { edition, why: edition > 1 ? 'put right' : null }
    b.entry('contact_words', person, giver, { ...place, audience, facts })
  }
  return about
}

/**
 * What a giver opens one by one is closed by taking it back, too; and a contact withdrawn tells of
 * no giver, where nothing else does.
 */
function addGranted(b: WorldBuilder, cast: Cast, known: string) {
  const silent = cast.givers.silent ?? cast.ours
  const alone = [openPerson(b, cast), openPerson(b, cast)]
  withdrawn(b, alone[0] ?? '', cast.givers.live ?? cast.ours, ['housing'])
  for (const [make, person] of [
    [withdrawn, known],
    [corrected, known],
    [withdrawn, alone[1] ?? ''],
  ] as const) {
    const { id: entry } = make(b, person, silent, ['money'])
    const grant = { id: b.id(), person, agency: silent.agency, entry, level: 4, ...b.span(-5) }
    b.world.grants.push({ ...grant, viewer: `t:${cast.ours.team}` })
  }
}
