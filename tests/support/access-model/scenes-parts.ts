import type { EntryWish, WorldBuilder } from './builder'
import type { Cast } from './cast'
import { ties } from './scenes-relationship'
import { openPerson } from './scenes-say'

/**
 * Wholes of which a part is kept from some who read the rest: by its author's narrowing, by its
 * team, by what it tells of a place. Nobody changes what they cannot read whole.
 */
export function addParts(b: WorldBuilder, cast: Cast) {
  const me = cast.user.practitioner ?? ''
  const limited = cast.user.limited ?? ''
  const live = cast.givers.live ?? cast.ours
  const kept: ({ table?: string } & EntryWish)[] = [
    {},
    { givenBy: limited },
    { givenBy: me, audience: 'team' },
    { audience: 'team' },
    { audience: 'team', team: cast.other.team },
    { audience: 'named' },
    { categories: ['safety'] },
    { team: cast.hostel.team },
    { team: cast.hostel.team, categories: ['safety'] },
    { facts: { locates: true } },
    { table: 'contact_place' },
    { table: 'contact_other' },
    { table: 'contact_other', team: cast.other.team },
  ]
  addHandedOver(b, cast)
  // Open; protected by another agency; and by our own, which alone hides what our own gave.
  for (const by of [undefined, live, cast.ours]) {
    const person = openPerson(b, cast)
    const there = b.involve(person, cast.other)
    b.entry('involvement_worker', person, cast.other, {
      parent: there.id,
      categories: ['plan'],
      facts: { user_id: limited, starts_on: b.day(-9) },
    })
    if (by) {
      const facts = { categories: ['safety'] }
      const protection = b.entry('protected_whereabouts', person, by, facts).id
      b.world.protectionTeams.push({ protection, team: cast.other.team })
    }
    for (const named of by === cast.ours ? [[]] : [[], [me]]) {
      for (const { table = 'contact_words', ...wish } of kept) {
        const facts = { categories: ['housing'], named }
        const contact = b.entry('contact', person, cast.ours, facts)
        b.world.askedWhole.push(contact)
        b.entry(table, person, cast.ours, {
          categories: ['housing'],
          ...wish,
          parent: contact.id,
        })
      }
    }
    // What has no parts, what is narrowed itself, and what is read here and another agency's.
    const categories = ['housing']
    b.world.askedWhole.push(b.entry('address', person, cast.ours, { categories }))
    const narrowed: EntryWish[] = [
      ...[{ audience: 'team' } as const, { audience: 'named' } as const],
      ...[{ audience: 'team', givenBy: me } as const, { audience: 'team' as const, named: [me] }],
    ]
    for (const wish of narrowed) {
      b.world.askedWhole.push(b.entry('contact', person, cast.other, { categories, ...wish }))
    }
    b.world.askedWhole.push(b.entry('contact', person, live, { categories: ['housing'] }))
    const warning = b.entry('warning', person, cast.ours, { categories: ['safety'] })
    b.entry('warning_detail', person, cast.ours, { categories: ['housing'], parent: warning.id })
  }
}

/**
 * Work with a handover that reads whole for somebody who is limited by now: they wrote it. Who
 * hands over is said by their role, and by nothing else here.
 */
function addHandedOver(b: WorldBuilder, cast: Cast) {
  const person = openPerson(b, cast)
  ties['limited worker']?.(b, cast, person)
  const wish = { categories: ['housing'], givenBy: cast.user.limited ?? '' }
  b.entry('handover', person, cast.other, wish)
}
